package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/**
 * Names by what they share, so that nobody compares all with all. A block above the cap is divided by one further word of its
 * names; what is above the cap even then is compared among alphabetical neighbours only, and counted.
 */
public final class Blocks {
    /** Neighbours that are compared in a block above the cap. */
    private static final int WINDOW = 6;

    /** Weak keys bring little in large blocks. */
    private static final int WEAK_SHARE = 3;

    private final NameSet names;
    private final int cap;
    /** The entries of all blocks, one block behind the other, each sorted. */
    private int[] members = new int[1024];
    /** Where each block begins, and where the last one ends. */
    private int[] starts = new int[1024];
    /** From this block on two each belong together, and only names of different ones are compared. */
    private final int firstCrossed;
    /** The blocks of every entry in order, those of the first entry first. */
    private final int[] blocksOf;

    private final int[] firstOf;
    private int filled;
    private int blocks;
    private int capped;
    private int largest;

    /**
     * Builds the blocks.
     *
     * @param names the names; entries of nodes in alphabetical order of their keys
     * @param cap most names of a block that are compared with one another
     */
    public Blocks(NameSet names, int cap) {
        int entries = names.entries();
        if (entries >= BlockingKeys.MOST_ENTRIES) {
            throw new IllegalArgumentException("more than " + BlockingKeys.MOST_ENTRIES + " distinct names");
        }
        this.names = names;
        this.cap = cap;
        TypoKeys typos = TypoKeys.of(names.lexicon);
        int[] rarest = new int[entries * BlockingKeys.RAREST];
        long[] packed = Sorting.distinct(
                Sorting.gathered(entries, (from, to) -> new BlockingKeys(names, typos, cap).of(from, to, rarest)));
        int large = 0;
        int crossed = 0;
        while (crossed < packed.length && !BlockingKeys.crossed(packed[crossed])) {
            int to = end(packed, crossed);
            if (to - crossed <= (BlockingKeys.weak(packed[crossed]) ? Math.max(2, cap / WEAK_SHARE) : cap)) {
                add(packed, crossed, to);
            } else {
                System.arraycopy(packed, crossed, packed, large, to - crossed);
                large += to - crossed;
            }
            crossed = to;
        }
        divided(Sorting.distinct(Sorting.gathered(
                large, (from, to) -> new BlockingKeys(names, typos, cap).divided(packed, from, to, rarest))));
        firstCrossed = blocks;
        crossed(packed, crossed);
        members = Arrays.copyOf(members, filled);
        starts = Arrays.copyOf(starts, blocks + 1);
        starts[blocks] = filled;
        firstOf = new int[entries + 1];
        blocksOf = byEntry();
    }

    private static int end(long[] packed, int from) {
        int to = from + 1;
        while (to < packed.length && BlockingKeys.key(packed[to]) == BlockingKeys.key(packed[from])) {
            to++;
        }
        return to;
    }

    private void divided(long[] packed) {
        int to;
        for (int from = 0; from < packed.length; from = to) {
            to = end(packed, from);
            if (to - from > cap) {
                count(to - from);
            }
            add(packed, from, to);
        }
    }

    private void crossed(long[] packed, int start) {
        int to;
        for (int from = start; from < packed.length; from = to) {
            int middle = end(packed, from);
            boolean twins = middle < packed.length && BlockingKeys.twins(packed[from], packed[middle]);
            to = twins ? end(packed, middle) : middle;
            if (twins && Math.max(middle - from, to - middle) > cap) {
                count(to - from);
            } else if (twins) {
                append(packed, from, middle);
                append(packed, middle, to);
            }
        }
    }

    private void count(int size) {
        capped++;
        largest = Math.max(largest, size);
    }

    private void add(long[] packed, int from, int to) {
        if (to - from > 1) {
            append(packed, from, to);
        }
    }

    private void append(long[] packed, int from, int to) {
        if (blocks + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, blocks * 2);
        }
        if (filled + to - from > members.length) {
            members = Arrays.copyOf(members, Math.max(filled + to - from, members.length * 2));
        }
        starts[blocks++] = filled;
        for (int i = from; i < to; i++) {
            members[filled++] = BlockingKeys.entry(packed[i]);
        }
    }

    private int[] byEntry() {
        for (int member : members) {
            firstOf[member + 1]++;
        }
        Arrays.parallelPrefix(firstOf, Integer::sum);
        int[] next = firstOf.clone();
        int[] sorted = new int[members.length];
        for (int block = 0; block < blocks; block++) {
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                sorted[next[members[i]]++] = block;
            }
        }
        return sorted;
    }

    int capped() {
        return capped;
    }

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
        int[] seen = new int[names.entries()];
        long[] pairs = new long[1024];
        int found = 0;
        for (int entry = from; entry < Math.min(to, names.entries()); entry++) {
            for (int at = firstOf[entry]; at < firstOf[entry + 1]; at++) {
                int block = blocksOf[at];
                int twin = block < firstCrossed ? block : firstCrossed + (block - firstCrossed ^ 1);
                int first = behind(twin, entry);
                boolean whole = block >= firstCrossed || starts[block + 1] - starts[block] <= cap;
                int end = whole ? starts[twin + 1] : Math.min(starts[twin + 1], first + WINDOW);
                for (int i = first; i < end; i++) {
                    int other = members[i];
                    if (seen[other] != entry + 1 && names.owners[other] != names.owners[entry]) {
                        seen[other] = entry + 1;
                        pairs = found < pairs.length ? pairs : Arrays.copyOf(pairs, found * 2);
                        pairs[found++] = (long) entry << 32 | other;
                    }
                }
            }
        }
        return Arrays.copyOf(pairs, found);
    }

    /** Position of the first member of a block that stands behind an entry. */
    private int behind(int block, int entry) {
        int at = Arrays.binarySearch(members, starts[block], starts[block + 1], entry + 1);
        return at < 0 ? -at - 1 : at;
    }
}
