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

    private int[] left = new int[0];
    private int[] right = new int[0];
    private float[] odds = new float[0];
    private final long[] histogram = new long[BINS];

    private ScoredPairs() {}

    /** The pairs of one chunk of names. */
    private static final class Part {
        private int[] left = new int[256];
        private int[] right = new int[256];
        private float[] odds = new float[256];
        private final long[] histogram = new long[BINS];
        private int size;

        void add(int a, int b, float logOdds) {
            if (size == left.length) {
                left = Arrays.copyOf(left, size * 2);
                right = Arrays.copyOf(right, size * 2);
                odds = Arrays.copyOf(odds, size * 2);
            }
            left[size] = a;
            right[size] = b;
            odds[size++] = logOdds;
        }
    }

    /**
     * Scores all candidates.
     *
     * @param scorer makes a scorer for a thread
     * @param least log odds below which a pair is not kept
     * @param progress is advanced for every name
     */
    static ScoredPairs of(
            NameSet names, Blocks blocks, Supplier<PairScorer> scorer, double least, Progress.Step progress) {
        int slice = Math.max(LEAST_OF_SLICE, (names.entries() + MOST_SLICES - 1) / MOST_SLICES);
        Part[] parts = new Part[(names.entries() + slice - 1) / slice];
        ThreadLocal<PairScorer> scorers = ThreadLocal.withInitial(scorer);
        IntStream.range(0, parts.length).parallel().forEach(i -> {
            int part = spread(i, parts.length);
            parts[part] = score(blocks.pairs(part * slice, (part + 1) * slice), scorers.get(), (float) least);
            progress.advance(Math.min(slice, names.entries() - part * slice));
        });
        return new ScoredPairs().join(parts);
    }

    /** The i-th of so many numbers in an order that puts early ones, which have most pairs, beside late ones. */
    private static int spread(int i, int size) {
        return i % 2 == 0 ? i / 2 : size - 1 - i / 2;
    }

    private static Part score(long[] pairs, PairScorer scorer, float least) {
        Part part = new Part();
        for (long pair : pairs) {
            float logOdds = (float) scorer.logOddsOfCandidate(Blocks.left(pair), Blocks.right(pair));
            part.histogram[bin(logOdds)]++;
            if (logOdds >= least) {
                part.add(Blocks.left(pair), Blocks.right(pair), logOdds);
            }
        }
        return part;
    }

    private ScoredPairs join(Part[] parts) {
        int total = 0;
        for (Part part : parts) {
            total = Math.addExact(total, part.size);
        }
        left = new int[total];
        right = new int[total];
        odds = new float[total];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.left, 0, left, at, part.size);
            System.arraycopy(part.right, 0, right, at, part.size);
            System.arraycopy(part.odds, 0, odds, at, part.size);
            at += part.size;
            for (int i = 0; i < histogram.length; i++) {
                histogram[i] += part.histogram[i];
            }
        }
        return this;
    }

    int size() {
        return odds.length;
    }

    public int left(int pair) {
        return left[pair];
    }

    public int right(int pair) {
        return right[pair];
    }

    float logOdds(int pair) {
        return odds[pair];
    }

    private static int bin(double logOdds) {
        double bounded = Math.max(-LIMIT, Math.min(LIMIT, logOdds));
        return (int) Math.round((bounded + LIMIT) * BINS_PER_UNIT);
    }

    /** What to add to the log odds of every pair; never more than 0. */
    double shift() {
        double shift = 0;
        double total = 0;
        for (long count : histogram) {
            total += count;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double sum = BELIEVED_PAIRS * BELIEVED_SHARE;
            for (int i = 0; i < histogram.length; i++) {
                if (histogram[i] > 0) {
                    sum += histogram[i] * MatchModel.probability((double) i / BINS_PER_UNIT - LIMIT + shift);
                }
            }
            double share = Math.max(1e-9, Math.min(0.999, sum / (total + BELIEVED_PAIRS)));
            shift = MatchModel.logOddsOf(share) - MatchModel.logOddsOf(REFERENCE);
        }
        return Math.min(0, STRETCH * shift);
    }
}
