package dev.segmentation.dedupe;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Names by what they share, so that nobody compares all with all. A block above the cap is not compared in full but only
 * each name with its next neighbours in alphabetical order; how many were so is told.
 */
final class Blocks {
    /** Neighbours that are compared in a block above the cap. */
    static final int WINDOW = 6;

    /** The lower bits of a packed key hold the entry. */
    private static final int ENTRY_BITS = 24;

    private static final int CHUNK = 4096;

    private final NameSet names;
    private final int cap;
    private final int[] members;
    private final int[] blockStarts;
    private final int[] entryStarts;
    private final int[] positions;
    private int capped;
    private int largest;

    /**
     * Builds the blocks.
     *
     * @param names the names; entries of nodes in alphabetical order of their keys
     * @param cap most names of a block that are compared with one another
     */
    Blocks(NameSet names, int cap) {
        if (names.entries() >= 1 << ENTRY_BITS) {
            throw new IllegalArgumentException("more than " + (1 << ENTRY_BITS) + " distinct names");
        }
        this.names = names;
        this.cap = cap;
        long[] packed = packedKeys();
        Arrays.parallelSort(packed);
        int kept = shared(packed);
        members = new int[kept];
        int[] starts = new int[kept / 2 + 2];
        entryStarts = new int[names.entries() + 1];
        int blocks = fill(packed, starts);
        blockStarts = Arrays.copyOf(starts, blocks + 1);
        positions = positions();
    }

    private long[] packedKeys() {
        int chunks = (names.entries() + CHUNK - 1) / CHUNK;
        long[][] parts = new long[chunks][];
        IntStream.range(0, chunks).parallel().forEach(c -> parts[c] = keysOf(c));
        int total = 0;
        for (long[] part : parts) {
            total = Math.addExact(total, part.length);
        }
        long[] all = new long[total];
        int at = 0;
        for (int c = 0; c < chunks; c++) {
            System.arraycopy(parts[c], 0, all, at, parts[c].length);
            at += parts[c].length;
            parts[c] = null;
        }
        return all;
    }

    private long[] keysOf(int chunk) {
        BlockingKeys keys = new BlockingKeys(names, cap);
        long[] packed = new long[CHUNK * 16];
        int size = 0;
        int end = Math.min(names.entries(), (chunk + 1) * CHUNK);
        for (int entry = chunk * CHUNK; entry < end; entry++) {
            if (names.locked(names.owner(entry))) {
                continue;
            }
            int count = keys.of(entry);
            if (size + count > packed.length) {
                packed = Arrays.copyOf(packed, Math.max(packed.length * 2, size + count));
            }
            for (int i = 0; i < count; i++) {
                packed[size++] = keys.key(i) << ENTRY_BITS | entry;
            }
        }
        return Arrays.copyOf(packed, size);
    }

    /** Moves the keys that at least two entries share to the front, each once per entry. */
    private static int shared(long[] packed) {
        int kept = 0;
        int from = 0;
        while (from < packed.length) {
            long key = packed[from] >>> ENTRY_BITS;
            int first = kept;
            int to = from;
            while (to < packed.length && packed[to] >>> ENTRY_BITS == key) {
                if (kept == first || packed[kept - 1] != packed[to]) {
                    packed[kept++] = packed[to];
                }
                to++;
            }
            if (kept - first < 2) {
                kept = first;
            }
            from = to;
        }
        return kept;
    }

    private int fill(long[] packed, int[] starts) {
        int blocks = 0;
        int from = 0;
        while (from < members.length) {
            long key = packed[from] >>> ENTRY_BITS;
            starts[blocks++] = from;
            int to = from;
            while (to < members.length && packed[to] >>> ENTRY_BITS == key) {
                members[to] = (int) packed[to] & (1 << ENTRY_BITS) - 1;
                entryStarts[members[to] + 1]++;
                to++;
            }
            capped += to - from > cap ? 1 : 0;
            largest = Math.max(largest, to - from);
            from = to;
        }
        starts[blocks] = members.length;
        return blocks;
    }

    /** For each entry where it stands in {@code members}: the lists of all entries one after the other. */
    private int[] positions() {
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

    /** Names in the largest block. */
    int largest() {
        return largest;
    }

    /** A walk over the candidates of one entry after the other; one thread needs one. */
    final class Walk {
        private final int[] seen = new int[names.entries()];
        private int[] found = new int[256];

        /** Finds the entries behind this one that share a block with it and belong to another node. */
        int of(int entry) {
            int count = 0;
            for (int i = entryStarts[entry]; i < entryStarts[entry + 1]; i++) {
                int block = positions[i];
                int end = blockStarts[block + 1];
                int from = behind(entry, blockStarts[block], end);
                int to = end - blockStarts[block] > cap ? Math.min(end, from + WINDOW) : end;
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
            return count;
        }

        int candidate(int index) {
            return found[index];
        }

        private int behind(int entry, int from, int to) {
            int at = Arrays.binarySearch(members, from, to, entry);
            return at + 1;
        }
    }
}
