package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/**
 * Sorts names into {@link Blocks}. A block above the cap is divided by one further word of its names; what is above the
 * cap even then is compared among alphabetical neighbours only, and counted.
 */
final class BlockBuilder {
    /** Most distinct names. */
    static final int MOST = 1 << 24;

    /** The lower bits of a packed key hold the entry. */
    private static final int ENTRY_BITS = 24;

    /** Weak keys bring little in large blocks. */
    private static final int WEAK_SHARE = 3;

    private final NameSet names;
    private final int cap;
    private final TypoKeys typos;
    private final int[] rarest;
    private long[] above = new long[1024];
    private int aboveSize;
    private int[] members = new int[1024];
    private int filled;
    private int[] starts = new int[1024];
    private int blocks;
    private int firstCrossed;
    private int capped;
    private int largest;

    BlockBuilder(NameSet names, int cap) {
        if (names.entries() >= MOST) {
            throw new IllegalArgumentException("more than " + MOST + " distinct names");
        }
        this.names = names;
        this.cap = cap;
        this.typos = TypoKeys.of(names.lexicon());
        this.rarest = new int[names.entries() * BlockingKeys.RAREST];
    }

    Blocks build() {
        long[] packed = distinct(Sorting.gathered(names.entries(), this::keysOf));
        int crossed = plain(packed);
        divided(distinct(Sorting.gathered(aboveSize, this::dividedKeys)));
        firstCrossed = blocks;
        crossed(packed, crossed);
        starts = Arrays.copyOf(starts, blocks + 1);
        starts[blocks] = filled;
        return new Blocks(names, cap, Arrays.copyOf(members, filled), starts, firstCrossed, capped, largest);
    }

    private static long[] distinct(long[] sorted) {
        int kept = 0;
        for (long key : sorted) {
            if (kept == 0 || sorted[kept - 1] != key) {
                sorted[kept++] = key;
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    private long[] keysOf(int from, int to) {
        BlockingKeys keys = new BlockingKeys(names, typos, cap);
        long[] packed = new long[(to - from) * 16];
        int size = 0;
        for (int entry = from; entry < to; entry++) {
            if (!names.locked(names.owner(entry))) {
                keys.of(entry);
                packed = pack(keys, entry, packed, size);
                size += keys.size();
                keys.rarest(rarest, entry * BlockingKeys.RAREST);
            }
        }
        return Arrays.copyOf(packed, size);
    }

    private long[] dividedKeys(int from, int to) {
        BlockingKeys keys = new BlockingKeys(names, typos, cap);
        long[] packed = new long[(to - from) * 4];
        int size = 0;
        for (int i = from; i < to; i++) {
            int entry = entry(above[i]);
            keys.divided(above[i] >>> ENTRY_BITS, rarest, entry * BlockingKeys.RAREST);
            packed = pack(keys, entry, packed, size);
            size += keys.size();
        }
        return Arrays.copyOf(packed, size);
    }

    private static long[] pack(BlockingKeys keys, int entry, long[] packed, int size) {
        long[] roomy = room(packed, size + keys.size());
        for (int i = 0; i < keys.size(); i++) {
            roomy[size + i] = keys.key(i) << ENTRY_BITS | entry;
        }
        return roomy;
    }

    private static int entry(long packed) {
        return (int) packed & MOST - 1;
    }

    private static int end(long[] packed, int from) {
        int to = from + 1;
        while (to < packed.length && packed[to] >>> ENTRY_BITS == packed[from] >>> ENTRY_BITS) {
            to++;
        }
        return to;
    }

    /** Takes the blocks under the cap; returns where the crossed keys begin. */
    private int plain(long[] packed) {
        int from = 0;
        while (from < packed.length && !BlockingKeys.crossed(packed[from] >>> ENTRY_BITS)) {
            int to = end(packed, from);
            int most = BlockingKeys.weak(packed[from] >>> ENTRY_BITS) ? Math.max(2, cap / WEAK_SHARE) : cap;
            if (to - from <= most) {
                add(packed, from, to);
            } else {
                above = room(above, aboveSize + to - from);
                System.arraycopy(packed, from, above, aboveSize, to - from);
                aboveSize += to - from;
            }
            from = to;
        }
        return from;
    }

    private static long[] room(long[] array, int size) {
        return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
    }

    private void divided(long[] packed) {
        above = null;
        int from = 0;
        while (from < packed.length) {
            int to = end(packed, from);
            if (to - from > cap) {
                tell(to - from);
            }
            add(packed, from, to);
            from = to;
        }
    }

    private void crossed(long[] packed, int start) {
        int from = start;
        while (from < packed.length) {
            int middle = end(packed, from);
            boolean twins = middle < packed.length
                    && packed[middle] >>> ENTRY_BITS == BlockingKeys.twin(packed[from] >>> ENTRY_BITS);
            int to = twins ? end(packed, middle) : middle;
            if (twins && Math.max(middle - from, to - middle) > cap) {
                tell(to - from);
            } else if (twins) {
                append(packed, from, middle);
                append(packed, middle, to);
            }
            from = to;
        }
    }

    private void tell(int size) {
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
            members[filled++] = entry(packed[i]);
        }
    }
}
