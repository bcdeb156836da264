package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The candidate pairs that may be one company, with their log odds, and the prior of the list that all of them together
 * tell.
 */
public final class ScoredPairs {
    private static final int MOST_SLICES = 32;
    private static final int LEAST_OF_SLICE = 256;

    private int[] left = new int[0];
    private int[] right = new int[0];
    private float[] odds = new float[0];
    private final Prior prior = new Prior();

    private ScoredPairs() {}

    /** The pairs of one chunk of names. */
    private static final class Part {
        private int[] left = new int[256];
        private int[] right = new int[256];
        private float[] odds = new float[256];
        private final long[] histogram = new long[Prior.bins()];
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
     * @param least log odds below which a pair is not kept
     * @param progress is advanced for every name
     */
    static ScoredPairs of(NameSet names, Blocks blocks, PairScorer scorer, double least, Progress.Step progress) {
        int slice = Math.max(LEAST_OF_SLICE, (names.entries() + MOST_SLICES - 1) / MOST_SLICES);
        Part[] parts = new Part[(names.entries() + slice - 1) / slice];
        ThreadLocal<PairScorer.Scorer> scorers = ThreadLocal.withInitial(scorer::forThread);
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

    private static Part score(long[] pairs, PairScorer.Scorer scorer, float least) {
        Part part = new Part();
        for (long pair : pairs) {
            float logOdds = (float) scorer.logOddsOfCandidate(Blocks.left(pair), Blocks.right(pair));
            part.histogram[Prior.bin(logOdds)]++;
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
            prior.add(part.histogram);
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

    Prior prior() {
        return prior;
    }
}
