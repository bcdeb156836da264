package dev.segmentation.dedupe.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sorts large arrays on all threads of the pool that runs it; {@link Arrays#parallelSort(long[])} asks the common pool
 * alone, which has one thread on a machine with two cores.
 */
public final class Sorting {
    private static final int SMALL = 1 << 13;
    private static final int BUCKET_BITS = 10;
    private static final int INDEX_BITS = 24;
    private static final int PREFIX = 8;
    private static final int LETTER_BITS = 5;

    private static final int CHUNK = 4096;

    private Sorting() {}

    /**
     * Numbers that are not negative, sorted.
     *
     * @param things how many things they are made from
     * @param numbers makes those of the things from the first to before the second
     */
    static long[] gathered(int things, BiFunction<Integer, Integer, long[]> numbers) {
        int chunks = (things + CHUNK - 1) / CHUNK;
        long[][] parts = new long[chunks][];
        IntStream.range(0, chunks)
                .parallel()
                .forEach(c -> parts[c] = numbers.apply(c * CHUNK, Math.min(things, (c + 1) * CHUNK)));
        int total = 0;
        for (long[] part : parts) {
            total = Math.addExact(total, part.length);
        }
        long[] all = new long[total];
        int at = 0;
        for (int c = 0; c < chunks; c++) {
            System.arraycopy(parts[c], 0, all, at, parts[c].length);
            at += parts[c].length;
            parts[c] = null; // a large list needs the room
        }
        ascending(all);
        return all;
    }

    /** Moves each number of a sorted array to the front once; returns the array of these. */
    static long[] distinct(long[] sorted) {
        int kept = 0;
        for (long key : sorted) {
            if (kept == 0 || sorted[kept - 1] != key) {
                sorted[kept++] = key;
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    /** Sorts numbers that are not negative: into buckets by their highest bits, then each bucket. */
    static void ascending(long[] numbers) {
        if (numbers.length < SMALL) {
            Arrays.sort(numbers);
            return;
        }
        long highest = 0;
        for (long number : numbers) {
            highest |= number;
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(highest) - BUCKET_BITS);
        int[] ends = new int[1 << BUCKET_BITS];
        for (long number : numbers) {
            ends[(int) (number >>> shift)]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        int[] next = new int[ends.length];
        System.arraycopy(ends, 0, next, 1, ends.length - 1);
        long[] spread = new long[numbers.length];
        for (long number : numbers) {
            spread[next[(int) (number >>> shift)]++] = number;
        }
        IntStream.range(0, ends.length).parallel().forEach(i -> Arrays.sort(spread, i == 0 ? 0 : ends[i - 1], ends[i]));
        System.arraycopy(spread, 0, numbers, 0, numbers.length);
    }

    /** Sorts things by their texts: first by how these begin, packed into numbers, then those that begin alike. */
    public static <T> void byText(T[] things, Function<T, String> text) {
        if (things.length < SMALL || things.length >= 1 << INDEX_BITS) {
            Arrays.sort(things, Comparator.comparing(text));
            return;
        }
        long[] order = new long[things.length];
        IntStream.range(0, order.length)
                .parallel()
                .forEach(i -> order[i] = beginning(text.apply(things[i])) << INDEX_BITS | i);
        ascending(order);
        T[] former = things.clone();
        IntStream.range(0, order.length)
                .parallel()
                .forEach(i -> things[i] = former[(int) order[i] & (1 << INDEX_BITS) - 1]);
        int chunks = (order.length + SMALL - 1) / SMALL;
        IntStream.range(0, chunks).parallel().forEach(c -> {
            int to = change(order, Math.min(order.length, (c + 1) * SMALL));
            int from = change(order, c * SMALL);
            while (from < to) {
                int end = change(order, from + 1);
                if (end - from > 1) {
                    Arrays.sort(things, from, end, Comparator.comparing(text));
                }
                from = end;
            }
        });
    }

    /** The first position from there on whose text begins otherwise than that of the one before it. */
    private static int change(long[] order, int from) {
        int at = from;
        while (at > 0 && at < order.length && order[at] >>> INDEX_BITS == order[at - 1] >>> INDEX_BITS) {
            at++;
        }
        return at;
    }

    /** How a text begins; in the order of the texts, though different ones may begin alike. */
    private static long beginning(String text) {
        long packed = 0;
        boolean plain = true;
        for (int i = 0; i < PREFIX; i++) {
            char c = plain && i < text.length() ? text.charAt(i) : 0;
            packed = packed << LETTER_BITS | letter(c);
            plain = c == ' ' || c >= 'A' && c <= 'Z';
        }
        return packed;
    }

    /** Letters and the space are distinguished; what stands behind anything else does not count any more. */
    private static int letter(char c) {
        if (c >= 'A') {
            return c <= 'Z' ? c - 'A' + 5 : 31;
        }
        return c == 0 ? 0 : c < ' ' ? 1 : c == ' ' ? 2 : c < '0' ? 3 : 4;
    }

    /** Orders as the number does; positive and negative. */
    static int sortable(float value) {
        int bits = Float.floatToIntBits(value);
        return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
    }
}
