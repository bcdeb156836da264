package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * The names of a list and how likely any two candidates among them are one company. Made once; clusters at any threshold
 * follow from it.
 */
public final class Linkage {
    /** Log odds below which no pair is ever of interest, before the prior of the list, which only lowers them. */
    private static final double LEAST = -3;

    private final List<NameNode> nodes;
    private final NameSet names;
    private final MatchModel model;
    private final ScoredPairs pairs;
    private final double shift;
    private final int cappedBlocks;
    private final int largestBlock;

    private Linkage(List<NameNode> nodes, LinkRules rules) {
        this.nodes = nodes;
        this.names = NameSet.of(nodes, rules.tables(), rules.model().words());
        this.model = rules.model().model(rules.settings().policy());
        Blocks blocks = Blocks.of(names, rules.settings().blockCap());
        try (Progress.Step step = rules.progress().start("Comparing names", names.entries())) {
            this.pairs = ScoredPairs.of(names, blocks, this::scorer, LEAST, step);
        }
        this.shift = pairs.shift();
        this.cappedBlocks = blocks.capped();
        this.largestBlock = blocks.largest();
    }

    /** Blocks and scores the names; their indexes are their positions, in alphabetical order of their keys. */
    public static Linkage of(List<NameNode> nodes, LinkRules rules) {
        return new Linkage(nodes, rules);
    }

    public List<NameNode> nodes() {
        return nodes;
    }

    public NameSet names() {
        return names;
    }

    public ScoredPairs pairs() {
        return pairs;
    }

    public PairScorer scorer() {
        return new PairScorer(names, model);
    }

    MatchModel model() {
        return model;
    }

    /** What the prior of this list adds to the log odds of every pair. */
    double shift() {
        return shift;
    }

    /** Probability of a scored pair. */
    public double probability(int pair) {
        return MatchModel.probability(pairs.logOdds(pair) + shift);
    }

    /** Probability that two nodes are one company: that of their best entries. Scorers are for one thread. */
    public double probability(int a, int b, PairScorer with) {
        return MatchModel.probability(logOdds(a, b, with) + shift);
    }

    private double logOdds(int a, int b, PairScorer with) {
        double best = with.logOdds(Math.min(a, b), Math.max(a, b));
        for (int entry : names.otherEntries(a)) {
            best = Math.max(best, with.logOdds(b, entry));
        }
        for (int entry : names.otherEntries(b)) {
            best = Math.max(best, with.logOdds(a, entry));
        }
        return best;
    }

    /** The scored pairs from that probability on, best first. */
    public int[] bestFirst(double least) {
        double leastOdds = MatchModel.logOddsOf(least) - shift;
        long[] keys = new long[pairs.size()];
        int count = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.logOdds(i) >= leastOdds) {
                keys[count++] = (long) ~sortable(pairs.logOdds(i)) << 32 | i;
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

    /** How many blocks were too large to be compared in full. */
    public int cappedBlocks() {
        return cappedBlocks;
    }

    /** Names in the largest block. */
    public int largestBlock() {
        return largestBlock;
    }
}
