package dev.segmentation.dedupe.linkage;

/**
 * Says how likely two names are one company: the features of the pair weighed by the model, unless something forbids it. One
 * thread needs one of these.
 */
public final class PairScorer {
    /** Probability below which only a veto leads. */
    static final double FORBIDDEN = 1e-9;

    /** Log odds of a pair that something forbids. */
    static final double VETOED = -40;

    /** Log odds that no pair falls below without a veto. */
    private static final double LEAST = -15;

    /** Log odds that no prior of a list lifts to interest; the letters of such a pair are not looked at. */
    private static final double HOPELESS = -3.5;

    private final PairFeatures features;
    private final MatchModel model;
    private final double mostByLetters;

    public PairScorer(NameSet names, MatchModel model) {
        this.features = new PairFeatures(names);
        this.model = model;
        this.mostByLetters = model.weight(Feature.LETTERS_EQUAL) + model.weight(Feature.LETTERS_ALIKE);
    }

    /** Log odds of a candidate of many: strangers are seen at a glance, and not whether something forbids them. */
    double logOddsOfCandidate(int a, int b) {
        return features.strangers(a, b) ? LEAST : logOdds(a, b);
    }

    public double logOdds(int a, int b) {
        double[] values = features.ofWords(a, b);
        if (Feature.vetoIn(values) != null) {
            return VETOED;
        }
        double logOdds = model.logOdds(values);
        if (logOdds + mostByLetters > HOPELESS) {
            features.addLetters();
            logOdds = model.logOdds(values);
        }
        return Math.max(LEAST, logOdds);
    }
}
