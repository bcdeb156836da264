package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/** Names by what they share, so that nobody compares all with all. */
public final class Blocks {
    /** Neighbours that are compared in a block above the cap. */
    static final int WINDOW = 6;

    private final NameSet names;
    private final int cap;
    private final int[] members;
    private final int[] starts;
    private final int firstCrossed;
    private final int capped;
    private final int largest;

    /**
     * Blocks that are built.
     *
     * @param members the entries of all blocks, one block behind the other, each sorted
     * @param starts where each block begins, and where the last one ends
     * @param firstCrossed from this block on two each belong together, and only names of different ones are compared
     */
    Blocks(NameSet names, int cap, int[] members, int[] starts, int firstCrossed, int capped, int largest) {
        this.names = names;
        this.cap = cap;
        this.members = members;
        this.starts = starts;
        this.firstCrossed = firstCrossed;
        this.capped = capped;
        this.largest = largest;
    }

    /**
     * Builds the blocks.
     *
     * @param names the names; entries of nodes in alphabetical order of their keys
     * @param cap most names of a block that are compared with one another
     */
    public static Blocks of(NameSet names, int cap) {
        return new BlockBuilder(names, cap).build();
    }

    /** How many blocks were too large to be compared in full. */
    int capped() {
        return capped;
    }

    /** Names in the largest of those. */
    int largest() {
        return largest;
    }

    /** The first entry of a packed pair. */
    public static int left(long pair) {
        return (int) (pair >>> 32);
    }

    /** The second entry of a packed pair. */
    public static int right(long pair) {
        return (int) pair;
    }

    /**
     * The pairs of entries of different nodes that share a block, each once, by their first entry.
     *
     * @param from least first entry
     * @param to first entry of the next slice; the second entry lies behind the first, in any slice
     */
    public long[] pairs(int from, int to) {
        Pairs pairs = new Pairs(from, Math.min(to, names.entries()));
        for (int block = 0; block < firstCrossed; block++) {
            int end = starts[block + 1];
            int window = end - starts[block] > cap ? WINDOW : end;
            for (int i = begin(block, from); i < end && members[i] < to; i++) {
                pairs.add(members[i], i + 1, Math.min(end, i + 1 + window));
            }
        }
        for (int block = firstCrossed; block < starts.length - 1; block++) {
            int twin = firstCrossed + (block - firstCrossed ^ 1);
            for (int i = begin(block, from); i < starts[block + 1] && members[i] < to; i++) {
                pairs.add(members[i], begin(twin, members[i] + 1), starts[twin + 1]);
            }
        }
        return pairs.distinct();
    }

    /** Position of the first member of a block that is at least that entry. */
    private int begin(int block, int entry) {
        int end = starts[block + 1];
        if (members[starts[block]] >= entry) {
            return starts[block];
        }
        if (members[end - 1] < entry) {
            return end;
        }
        int at = Arrays.binarySearch(members, starts[block], end, entry);
        return at < 0 ? -at - 1 : at;
    }

    /** Pairs as runs of positions in {@code members}: who stands behind an entry in one of its blocks. */
    private final class Pairs {
        private final int first;
        private final int[] ends;
        private int[] runs = new int[1024];
        private int size;

        Pairs(int from, int to) {
            first = from;
            ends = new int[Math.max(0, to - from) + 1];
        }

        void add(int entry, int from, int to) {
            if (from < to) {
                if (size + 3 > runs.length) {
                    runs = Arrays.copyOf(runs, runs.length * 2);
                }
                runs[size++] = entry;
                runs[size++] = from;
                runs[size++] = to;
                ends[entry - first + 1]++;
            }
        }

        long[] distinct() {
            int[] byEntry = byEntry();
            int[] seen = new int[names.entries()];
            long[] pairs = new long[1024];
            int found = 0;
            for (int i = 0; i < byEntry.length; i++) {
                int entry = runs[byEntry[i]];
                for (int p = runs[byEntry[i] + 1]; p < runs[byEntry[i] + 2]; p++) {
                    int other = members[p];
                    if (seen[other] != entry + 1 && names.owner(other) != names.owner(entry)) {
                        seen[other] = entry + 1;
                        pairs = found < pairs.length ? pairs : Arrays.copyOf(pairs, found * 2);
                        pairs[found++] = (long) entry << 32 | other;
                    }
                }
            }
            return Arrays.copyOf(pairs, found);
        }

        /** Where the runs of each entry begin in {@code runs}, those of the first entry first. */
        private int[] byEntry() {
            for (int i = 1; i < ends.length; i++) {
                ends[i] += ends[i - 1];
            }
            int[] sorted = new int[size / 3];
            for (int run = 0; run < size; run += 3) {
                sorted[ends[runs[run] - first]++] = run;
            }
            return sorted;
        }
    }
}
