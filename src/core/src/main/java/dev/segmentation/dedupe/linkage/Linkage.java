package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of a list, and the candidate pairs among them that may be one company, with their log odds. All pairs together
 * tell how many of a list's candidates are one company, estimated by expectation maximisation on the scores themselves
 * (Saerens, Latinne and Decaestecker 2002): a list of vendors typed by hand has many, a stock exchange's few. Made once;
 * clusters at any threshold follow from it.
 */
public final class Linkage {
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

    private final List<NameNode> nodes;
    private final NameSet names;
    private final double[] weights;
    private final int cappedBlocks;
    private final int largestBlock;
    private final double shift;
    private long[] pairs = {};
    private float[] odds = {};

    /** Blocks and scores the names; their indexes are their positions, in alphabetical order of their keys. */
    public Linkage(List<NameNode> nodes, LinkRules rules) {
        this.nodes = nodes;
        this.names = new NameSet(nodes, rules.tables(), rules.model());
        this.weights = rules.model().weights(rules.settings().policy());
        Blocks blocks = new Blocks(names, rules.settings().blockCap());
        this.cappedBlocks = blocks.capped();
        this.largestBlock = blocks.largest();
        try (Progress.Step step = rules.progress().start("Comparing names", names.entries())) {
            this.shift = shift(score(blocks, step));
        }
    }

    /** Scores all candidates and keeps those of interest; returns how many have which log odds. */
    private long[] score(Blocks blocks, Progress.Step progress) {
        int slice = Math.max(LEAST_OF_SLICE, (names.entries() + MOST_SLICES - 1) / MOST_SLICES);
        int slices = (names.entries() + slice - 1) / slice;
        long[][] kept = new long[slices][];
        float[][] keptOdds = new float[slices][];
        long[][] histograms = new long[slices][BINS];
        ThreadLocal<PairScorer> scorers = ThreadLocal.withInitial(this::scorer);
        IntStream.range(0, slices).parallel().forEach(i -> {
            // early names have most pairs: an early slice follows a late one
            int s = i % 2 == 0 ? i / 2 : slices - 1 - i / 2;
            kept[s] = blocks.pairs(s * slice, (s + 1) * slice);
            keptOdds[s] = score(kept[s], scorers.get(), histograms[s]);
            kept[s] = Arrays.copyOf(kept[s], keptOdds[s].length);
            progress.advance(Math.min(slice, names.entries() - s * slice));
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
        return histogram;
    }

    /** Moves the candidates of interest to the front; returns their log odds. */
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

    public List<NameNode> nodes() {
        return nodes;
    }

    NameSet names() {
        return names;
    }

    public PairScorer scorer() {
        return new PairScorer(names, weights);
    }

    /** How many blocks were too large to be compared in full. */
    public int cappedBlocks() {
        return cappedBlocks;
    }

    /** Names in the largest block. */
    public int largestBlock() {
        return largestBlock;
    }

    /** What the prior of this list adds to the log odds of every pair; never more than 0. */
    public double shift() {
        return shift;
    }

    /** The first entry of a pair, which is the smaller. */
    public int leftEntry(int pair) {
        return Blocks.left(pairs[pair]);
    }

    /** The second entry of a pair. */
    public int rightEntry(int pair) {
        return Blocks.right(pairs[pair]);
    }

    /** The node of the first entry of a pair. */
    public int left(int pair) {
        return names.owners[leftEntry(pair)];
    }

    /** The node of the second entry of a pair. */
    public int right(int pair) {
        return names.owners[rightEntry(pair)];
    }

    /** Probability of a pair. */
    public double probability(int pair) {
        return PairScorer.probability(odds[pair] + shift);
    }

    /** Probability that two nodes are one company: that of their best entries. Scorers are for one thread. */
    public double probability(int a, int b, PairScorer with) {
        double best = with.logOdds(Math.min(a, b), Math.max(a, b));
        for (int entry : names.otherEntries(a)) {
            best = Math.max(best, with.logOdds(b, entry));
        }
        for (int entry : names.otherEntries(b)) {
            best = Math.max(best, with.logOdds(a, entry));
        }
        return PairScorer.probability(best + shift);
    }

    /** The pairs from that probability on, best first. */
    public int[] bestFirst(double least) {
        double leastOdds = PairScorer.logOddsOf(least) - shift;
        return IntStream.range(0, odds.length)
                .filter(i -> odds[i] >= leastOdds)
                .mapToLong(i -> (long) ~Sorting.sortable(odds[i]) << 32 | i)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }
}
