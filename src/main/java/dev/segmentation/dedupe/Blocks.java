package dev.segmentation.dedupe;

import java.util.Arrays;

/** Names by what they share, so that nobody compares all with all. */
final class Blocks {
    /** Neighbours that are compared in a block above the cap. */
    static final int WINDOW = 6;

    private final NameSet names;
    private final int cap;
    private final int[] members;
    private final int[] blockStarts;
    private final int[] entryStarts;
    private final int[] blocksOf;
    private final int firstCrossed;
    private final int capped;
    private final int largest;

    Blocks(NameSet names, int cap, BlockBuilder built) {
        this.names = names;
        this.cap = cap;
        members = built.members();
        blockStarts = built.starts();
        firstCrossed = built.firstCrossed();
        capped = built.capped();
        largest = built.largest();
        entryStarts = new int[names.entries() + 1];
        blocksOf = blocksOf();
    }

    /**
     * Builds the blocks.
     *
     * @param names the names; entries of nodes in alphabetical order of their keys
     * @param cap most names of a block that are compared with one another
     */
    static Blocks of(NameSet names, int cap) {
        return new BlockBuilder(names, cap).build();
    }

    /** The blocks of each entry: the lists of all entries one after the other. */
    private int[] blocksOf() {
        for (int member : members) {
            entryStarts[member + 1]++;
        }
        for (int e = 0; e < names.entries(); e++) {
            entryStarts[e + 1] += entryStarts[e];
        }
        int[] next = entryStarts.clone();
        int[] found = new int[members.length];
        for (int block = 0; block < blockStarts.length - 1; block++) {
            for (int p = blockStarts[block]; p < blockStarts[block + 1]; p++) {
                found[next[members[p]]++] = block;
            }
        }
        return found;
    }

    /** How many blocks were too large to be compared in full. */
    int capped() {
        return capped;
    }

    /** Names in the largest of those. */
    int largest() {
        return largest;
    }

    /** A walk over the candidates of one entry after the other; one thread needs one. */
    final class Walk {
        private final int[] seen = new int[names.entries()];
        private int[] found = new int[256];
        private int count;

        /** Finds the entries behind this one that share a block with it and belong to another node. */
        int of(int entry) {
            count = 0;
            for (int i = entryStarts[entry]; i < entryStarts[entry + 1]; i++) {
                int block = blocksOf[i];
                if (block < firstCrossed) {
                    int end = blockStarts[block + 1];
                    int from = behind(entry, blockStarts[block], end);
                    take(entry, from, end - blockStarts[block] > cap ? Math.min(end, from + WINDOW) : end);
                } else {
                    int twin = firstCrossed + (block - firstCrossed ^ 1);
                    int end = blockStarts[twin + 1];
                    take(entry, behind(entry, blockStarts[twin], end), end);
                }
            }
            return count;
        }

        private void take(int entry, int from, int to) {
            for (int p = from; p < to; p++) {
                int other = members[p];
                if (seen[other] != entry + 1 && names.owner(other) != names.owner(entry)) {
                    seen[other] = entry + 1;
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = other;
                }
            }
        }

        int candidate(int index) {
            return found[index];
        }

        /** Position behind the entry, or where it would stand. */
        private int behind(int entry, int from, int to) {
            int at = Arrays.binarySearch(members, from, to, entry);
            return at < 0 ? -at - 1 : at + 1;
        }
    }
}
