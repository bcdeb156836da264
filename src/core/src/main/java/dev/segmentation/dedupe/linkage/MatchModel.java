package dev.segmentation.dedupe.linkage;

import java.util.stream.Stream;

/**
 * A logistic regression over {@link Feature}s: the log odds that two names are one company, in a list where one
 * candidate pair in ten is.
 */
public final class MatchModel {
    /** Share of matching pairs among the candidates that the weights were fitted for. */
    static final double PRIOR = 0.1;

    private final double[] weights;

    MatchModel(double[] weights) {
        this.weights = weights.clone();
    }

    /** The weights that people would give. */
    static double[] handMade() {
        return Stream.of(Feature.values()).mapToDouble(Feature::handMade).toArray();
    }

    double weight(Feature feature) {
        return weights[feature.ordinal()];
    }

    public double logOdds(double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double logOddsOf(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** A probability with three decimals; only 1 itself is 1.000. */
    public static String text(double value) {
        int thousandths = (int) Math.round(value * 1000);
        if (thousandths == 1000 && value < 1) {
            thousandths = 999;
        }
        return thousandths >= 1000 ? "1.000" : "0." + (1000 + thousandths + "").substring(1);
    }
}
