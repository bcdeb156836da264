package dev.segmentation.dedupe.linkage;

import java.util.List;

/**
 * Says how likely two names are one company, and why: the features of the pair weighed by a logistic regression, unless
 * something forbids it. One thread needs one of these.
 */
public final class PairScorer {
    /** Probability below which only a veto leads. */
    static final double FORBIDDEN = 1e-9;

    /** Log odds of a pair that something forbids. */
    private static final double VETOED = -40;

    /** Log odds that no pair falls below without a veto. */
    private static final double LEAST = -15;

    /** Log odds that no prior of a list lifts to interest; the letters of such a pair are not looked at. */
    private static final double HOPELESS = -3.5;

    /** The parts of the score in the order in which people read them. */
    private static final List<String> PARTS = List.of(
            "words",
            "order",
            "letters",
            "slips and abbreviations",
            "left over",
            "initials",
            "other name",
            "legal forms");

    private final PairFeatures features;
    private final double[] weights;
    private final double mostByLetters;

    /** A scorer for the names of a list with the weights of the model. */
    public PairScorer(NameSet names, double[] weights) {
        this.features = new PairFeatures(names);
        this.weights = weights;
        this.mostByLetters = weights[Feature.LETTERS_EQUAL.ordinal()] + weights[Feature.LETTERS_ALIKE.ordinal()];
    }

    /** Log odds of a candidate of many: strangers are seen at a glance, and not whether something forbids them. */
    double logOddsOfCandidate(int a, int b) {
        return features.strangers(a, b) ? LEAST : logOdds(a, b);
    }

    /** Log odds that two entries are one company. */
    public double logOdds(int a, int b) {
        double[] values = features.ofWords(a, b);
        if (Feature.vetoIn(values) != null) {
            return VETOED;
        }
        double logOdds = weigh(weights, values);
        if (logOdds + mostByLetters > HOPELESS) {
            features.addLetters();
            logOdds = weigh(weights, values);
        }
        return Math.max(LEAST, logOdds);
    }

    static double weigh(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** Why two entries are two companies however alike they are, {@code null} if nothing says so. */
    public String veto(int a, int b) {
        Feature veto = Feature.vetoIn(features.of(a, b));
        return veto == null ? null : veto.veto();
    }

    /** Probability that two entries are one company but for any veto, before the prior of the list. */
    public double probabilityWithoutVeto(int a, int b) {
        double[] values = features.of(a, b);
        for (Feature veto = Feature.vetoIn(values); veto != null; veto = Feature.vetoIn(values)) {
            values[veto.ordinal()] = 0;
        }
        return probability(weigh(weights, values));
    }

    /** The words of two entries that agree, agree nearly, or are left over on one side. */
    public String words(int a, int b) {
        return features.aligner.words(a, b);
    }

    /** The parts of the score in log odds, which with the shift of the list add up to those of the probability. */
    public String parts(int a, int b, double shift) {
        double[] values = features.of(a, b);
        StringBuilder text = new StringBuilder("Score:");
        for (String part : PARTS) {
            double sum = 0;
            for (Feature feature : Feature.values()) {
                sum += feature.part().equals(part) ? weights[feature.ordinal()] * values[feature.ordinal()] : 0;
            }
            add(text, part, sum);
        }
        add(text, "this list", shift);
        return text.toString();
    }

    private static void add(StringBuilder text, String label, double value) {
        long tenths = Math.round(value * 10);
        if (tenths != 0) {
            text.append(text.charAt(text.length() - 1) == ':' ? " " : ", ").append(label);
            text.append(tenths < 0 ? " -" : " +").append(Math.abs(tenths) / 10);
            text.append('.').append(Math.abs(tenths) % 10);
        }
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double logOddsOf(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** A probability with three decimals; only 1 itself is 1.000. */
    public static String text(double probability) {
        int thousandths = (int) Math.round(probability * 1000);
        if (thousandths == 1000 && probability < 1) {
            thousandths = 999;
        }
        return thousandths >= 1000 ? "1.000" : "0." + (1000 + thousandths + "").substring(1);
    }
}
