package dev.segmentation.dedupe;

/** Says how likely two names are one company: the features of the pair weighed by the model, unless something forbids it. */
final class PairScorer {
    /** Log odds of a pair that something forbids. */
    static final double VETOED = -30;

    private final NameSet names;
    private final MatchModel model;

    PairScorer(NameSet names, MatchModel model) {
        this.names = names;
        this.model = model;
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
            return Veto.of(values) == null ? model.logOdds(values) : VETOED;
        }
    }
}
