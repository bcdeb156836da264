package dev.segmentation.dedupe;

import java.util.Arrays;

/** Names by what they share, so that nobody compares all with all. */
final class Blocks {
    /** Neighbours that are compared in a block above the cap. */
    static final int WINDOW = 6;

    private final NameSet names;
    private final int cap;
    private final int[] members;
    private final int[] starts;
    private final int firstCrossed;
    private final int capped;
    private final int largest;

    Blocks(NameSet names, int cap, BlockBuilder built) {
        this.names = names;
        this.cap = cap;
        members = built.members();
        starts = built.starts();
        firstCrossed = built.firstCrossed();
        capped = built.capped();
        largest = built.largest();
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

    /** How many blocks were too large to be compared in full. */
    int capped() {
        return capped;
    }

    /** Names in the largest of those. */
    int largest() {
        return largest;
    }

    /** The first entry of a packed pair. */
    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    /** The second entry of a packed pair. */
    static int right(long pair) {
        return (int) pair;
    }

    /**
     * The pairs of entries of different nodes that share a block, each once, in order.
     *
     * @param from least first entry
     * @param to first entry of the next slice; the second entry lies behind the first, in any slice
     */
    long[] pairs(int from, int to) {
        Pairs pairs = new Pairs();
        for (int block = 0; block < firstCrossed; block++) {
            int end = starts[block + 1];
            int window = end - starts[block] > cap ? WINDOW : end;
            for (int i = begin(block, from); i < end && members[i] < to; i++) {
                pairs.add(i, i + 1, Math.min(end, i + 1 + window));
            }
        }
        for (int block = firstCrossed; block < starts.length - 1; block++) {
            int twin = firstCrossed + (block - firstCrossed ^ 1);
            for (int i = begin(block, from); i < starts[block + 1] && members[i] < to; i++) {
                pairs.add(i, begin(twin, members[i] + 1), starts[twin + 1]);
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

    private final class Pairs {
        private long[] packed = new long[1024];
        private int size;

        void add(int left, int from, int to) {
            if (size + to - from > packed.length) {
                packed = Arrays.copyOf(packed, Math.max(packed.length * 2, size + to - from));
            }
            int entry = members[left];
            for (int i = from; i < to; i++) {
                if (names.owner(members[i]) != names.owner(entry)) {
                    packed[size++] = (long) entry << 32 | members[i];
                }
            }
        }

        long[] distinct() {
            Arrays.sort(packed, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || packed[kept - 1] != packed[i]) {
                    packed[kept++] = packed[i];
                }
            }
            return Arrays.copyOf(packed, kept);
        }
    }
}
