package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The candidate pairs that may be one company, with their log odds. All of them together tell how many of a list's candidates
 * are one company, estimated by expectation maximisation on the scores themselves (Saerens, Latinne and Decaestecker 2002): a
 * list of vendors typed by hand has many, a stock exchange's few.
 */
public final class ScoredPairs {
    /** Log odds below which no pair is ever of interest, before the prior of the list, which only lowers them. */
    private static final float LEAST = -3;

    private static final int MOST_SLICES = 32;
    private static final int LEAST_OF_SLICE = 256;

    private static final int ROUNDS = 200;
    private static final int BINS_PER_UNIT = 10;
    private static final int LIMIT = 40;
    private static final int BINS = 2 * LIMIT * BINS_PER_UNIT + 1;

    /** What is believed before a pair was seen: as if so many candidates had been looked at, and that share matched. */
    private static final double BELIEVED_PAIRS = 200;

    private static final double BELIEVED_SHARE = 0.05;

    /** Share of matching candidates at which scores are taken as they are. */
    private static final double REFERENCE = 0.12;

    /** Strangers that look alike are counted in part as matches, the more so the fewer matches there are. */
    private static final double STRETCH = 1.2;

    private final long[] pairs;
    private final float[] odds;
    private final double shift;

    /**
     * Scores all candidates.
     *
     * @param scorer makes a scorer for a thread
     * @param progress is advanced for every name
     */
    ScoredPairs(int names, Blocks blocks, Supplier<PairScorer> scorer, Progress.Step progress) {
        int slice = Math.max(LEAST_OF_SLICE, (names + MOST_SLICES - 1) / MOST_SLICES);
        int slices = (names + slice - 1) / slice;
        long[][] kept = new long[slices][];
        float[][] keptOdds = new float[slices][];
        long[][] histograms = new long[slices][BINS];
        ThreadLocal<PairScorer> scorers = ThreadLocal.withInitial(scorer);
        IntStream.range(0, slices).parallel().forEach(i -> {
            // early names have most pairs: an early slice follows a late one
            int s = i % 2 == 0 ? i / 2 : slices - 1 - i / 2;
            kept[s] = blocks.pairs(s * slice, (s + 1) * slice);
            keptOdds[s] = score(kept[s], scorers.get(), histograms[s]);
            kept[s] = Arrays.copyOf(kept[s], keptOdds[s].length);
            progress.advance(Math.min(slice, names - s * slice));
        });
        int total = 0;
        for (float[] part : keptOdds) {
            total = Math.addExact(total, part.length);
        }
        pairs = new long[total];
        odds = new float[total];
        long[] histogram = new long[BINS];
        int at = 0;
        for (int s = 0; s < slices; s++) {
            System.arraycopy(kept[s], 0, pairs, at, kept[s].length);
            System.arraycopy(keptOdds[s], 0, odds, at, kept[s].length);
            at += kept[s].length;
            for (int i = 0; i < BINS; i++) {
                histogram[i] += histograms[s][i];
            }
        }
        shift = shift(histogram);
    }

    /** Scores candidates and moves those of interest to the front; returns the log odds of these. */
    private static float[] score(long[] candidates, PairScorer scorer, long[] histogram) {
        float[] odds = new float[candidates.length];
        int kept = 0;
        for (long pair : candidates) {
            float logOdds = (float) scorer.logOddsOfCandidate(Blocks.left(pair), Blocks.right(pair));
            double bounded = Math.max(-LIMIT, Math.min(LIMIT, (double) logOdds));
            histogram[(int) Math.round((bounded + LIMIT) * BINS_PER_UNIT)]++;
            if (logOdds >= LEAST) {
                candidates[kept] = pair;
                odds[kept++] = logOdds;
            }
        }
        return Arrays.copyOf(odds, kept);
    }

    /** What to add to the log odds of every pair; never more than 0. */
    private static double shift(long[] histogram) {
        double shift = 0;
        double total = Arrays.stream(histogram).sum();
        for (int round = 0; round < ROUNDS; round++) {
            double sum = BELIEVED_PAIRS * BELIEVED_SHARE;
            for (int i = 0; i < histogram.length; i++) {
                if (histogram[i] > 0) {
                    sum += histogram[i] * PairScorer.probability((double) i / BINS_PER_UNIT - LIMIT + shift);
                }
            }
            double share = Math.max(1e-9, Math.min(0.999, sum / (total + BELIEVED_PAIRS)));
            shift = PairScorer.logOddsOf(share) - PairScorer.logOddsOf(REFERENCE);
        }
        return Math.min(0, STRETCH * shift);
    }

    /** The first entry of a pair, which is the smaller. */
    public int left(int pair) {
        return Blocks.left(pairs[pair]);
    }

    /** The second entry of a pair. */
    public int right(int pair) {
        return Blocks.right(pairs[pair]);
    }

    /** What the prior of this list adds to the log odds of every pair. */
    double shift() {
        return shift;
    }

    /** Probability of a pair. */
    public double probability(int pair) {
        return PairScorer.probability(odds[pair] + shift);
    }

    /** The pairs from that probability on, best first. */
    public int[] bestFirst(double least) {
        double leastOdds = PairScorer.logOddsOf(least) - shift;
        long[] keys = new long[odds.length];
        int count = 0;
        for (int i = 0; i < odds.length; i++) {
            if (odds[i] >= leastOdds) {
                keys[count++] = (long) ~sortable(odds[i]) << 32 | i;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** Orders as the number does; positive and negative. */
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value);
        return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
    }
}
