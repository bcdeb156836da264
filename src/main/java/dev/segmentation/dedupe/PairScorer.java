package dev.segmentation.dedupe;

/** Says how likely two names are one company: the features of the pair weighed by the model, unless something forbids it. */
final class PairScorer {
    /** Probability below which only a veto leads. */
    static final double FORBIDDEN = 1e-9;

    /** Log odds of a pair that something forbids. */
    static final double VETOED = -40;

    /** Log odds that no pair falls below without a veto. */
    private static final double LEAST = -15;

    private final NameSet names;
    private final MatchModel model;

    PairScorer(NameSet names, MatchModel model) {
        this.names = names;
        this.model = model;
    }

    MatchModel model() {
        return model;
    }

    /** A scorer for one thread. */
    Scorer forThread() {
        return new Scorer();
    }

    /** What one thread needs. */
    final class Scorer {
        private final PairFeatures features = new PairFeatures(names);

        double logOdds(int a, int b) {
            double[] values = features.of(a, b);
            return Veto.of(values) == null ? Math.max(LEAST, model.logOdds(values)) : VETOED;
        }
    }
}
