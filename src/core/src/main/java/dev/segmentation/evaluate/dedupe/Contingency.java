package dev.segmentation.evaluate.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two partitions of the same items against each other. A cell is one part of the first together with one part of the
 * second; every measure is made of cell counts, so that no part is ever taken apart into its pairs.
 */
final class Contingency {
    private final long[] codes;
    private final int[] starts;
    private final int[] members;

    /** Items by part of the first partition. */
    final int[] leftTotals;

    /** Items by part of the second partition. */
    final int[] rightTotals;

    /**
     * Counts.
     *
     * @param left the part of every item in the first partition; parts are small numbers from 0
     * @param right the same in the second
     */
    Contingency(int[] left, int[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(left.length + " items against " + right.length);
        }
        long[] all = new long[left.length];
        Arrays.setAll(all, i -> (long) left[i] << 32 | right[i]);
        codes = distinct(all.clone());
        starts = new int[codes.length + 1];
        int[] cells = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            cells[i] = Arrays.binarySearch(codes, all[i]);
            starts[cells[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        members = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            members[next[cells[i]]++] = i;
        }
        leftTotals = totals(left);
        rightTotals = totals(right);
    }

    private static long[] distinct(long[] codes) {
        Arrays.sort(codes);
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            if (i == 0 || codes[i] != codes[i - 1]) {
                codes[count++] = codes[i];
            }
        }
        return Arrays.copyOf(codes, count);
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

    /** The cells of each part of the first partition that has several, the largest first. */
    List<List<Integer>> split() {
        Comparator<Integer> largestFirst =
                Comparator.comparingInt(this::count).reversed().thenComparing(cell -> member(cell, 0));
        List<List<Integer>> split = new ArrayList<>();
        int end;
        for (int cell = 0; cell < codes.length; cell = end) {
            end = cell + 1;
            while (end < codes.length && left(end) == left(cell)) {
                end++;
            }
            if (end > cell + 1) {
                split.add(
                        IntStream.range(cell, end).boxed().sorted(largestFirst).toList());
            }
        }
        return split;
    }
}
