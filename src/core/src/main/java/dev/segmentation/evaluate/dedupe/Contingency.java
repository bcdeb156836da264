package dev.segmentation.evaluate.dedupe;

import java.util.Arrays;

/**
 * Two partitions of the same items against each other. A cell is one part of the first together with one part of the
 * second; every measure is made of cell counts, so that no part is ever taken apart into its pairs.
 */
final class Contingency {
    private final long[] codes;
    private final int[] starts;
    private final int[] members;
    private final int[] leftTotals;
    private final int[] rightTotals;

    private Contingency(long[] codes, int[] starts, int[] members, int[] leftTotals, int[] rightTotals) {
        this.codes = codes;
        this.starts = starts;
        this.members = members;
        this.leftTotals = leftTotals;
        this.rightTotals = rightTotals;
    }

    /**
     * Counts.
     *
     * @param left the part of every item in the first partition; parts are small numbers from 0
     * @param right the same in the second
     */
    static Contingency of(int[] left, int[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(left.length + " items against " + right.length);
        }
        long[] all = new long[left.length];
        Arrays.setAll(all, i -> code(left[i], right[i]));
        long[] codes = all.clone();
        Arrays.sort(codes);
        codes = Arrays.copyOf(codes, unique(codes));
        int[] starts = new int[codes.length + 1];
        int[] cells = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            cells[i] = Arrays.binarySearch(codes, all[i]);
            starts[cells[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] members = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            members[next[cells[i]]++] = i;
        }
        return new Contingency(codes, starts, members, totals(left), totals(right));
    }

    private static long code(int left, int right) {
        return (long) left << 32 | right;
    }

    private static int unique(long[] sorted) {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return count;
    }

    private static int[] totals(int[] parts) {
        int[] totals = new int[Arrays.stream(parts).max().orElse(-1) + 1];
        for (int part : parts) {
            totals[part]++;
        }
        return totals;
    }

    /** How many cells hold an item; they are sorted by the part of the first partition. */
    int cells() {
        return codes.length;
    }

    int left(int cell) {
        return (int) (codes[cell] >>> 32);
    }

    int right(int cell) {
        return (int) codes[cell];
    }

    int count(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** The item at that place of a cell; items keep their order. */
    int member(int cell, int place) {
        return members[starts[cell] + place];
    }

    /** The cell behind the last one of the same part of the first partition. */
    int endOfRun(int cell) {
        int end = cell + 1;
        while (end < codes.length && left(end) == left(cell)) {
            end++;
        }
        return end;
    }

    /** Items by part of the first partition. */
    int[] leftTotals() {
        return leftTotals.clone();
    }

    /** Items by part of the second partition. */
    int[] rightTotals() {
        return rightTotals.clone();
    }
}
