package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import java.util.List;

/**
 * The names of a list and how likely any two candidates among them are one company. Made once; clusters at any threshold
 * follow from it.
 */
public final class Linkage {
    private final List<NameNode> nodes;
    private final NameSet names;
    private final double[] weights;
    private final ScoredPairs pairs;
    private final int cappedBlocks;
    private final int largestBlock;

    /** Blocks and scores the names; their indexes are their positions, in alphabetical order of their keys. */
    public Linkage(List<NameNode> nodes, LinkRules rules) {
        this.nodes = nodes;
        this.names = new NameSet(nodes, rules.tables(), rules.model());
        this.weights = rules.model().weights(rules.settings().policy());
        Blocks blocks = new Blocks(names, rules.settings().blockCap());
        try (Progress.Step step = rules.progress().start("Comparing names", names.entries())) {
            this.pairs = new ScoredPairs(names.entries(), blocks, this::scorer, step);
        }
        this.cappedBlocks = blocks.capped();
        this.largestBlock = blocks.largest();
    }

    public List<NameNode> nodes() {
        return nodes;
    }

    NameSet names() {
        return names;
    }

    public ScoredPairs pairs() {
        return pairs;
    }

    public PairScorer scorer() {
        return new PairScorer(names, weights);
    }

    /** The node of the first entry of a scored pair. */
    public int left(int pair) {
        return names.owner(pairs.left(pair));
    }

    /** The node of the second entry of a scored pair. */
    public int right(int pair) {
        return names.owner(pairs.right(pair));
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
        return PairScorer.probability(best + pairs.shift());
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
