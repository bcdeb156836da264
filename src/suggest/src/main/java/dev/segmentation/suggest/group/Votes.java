package dev.segmentation.suggest.group;

/** The votes of the examples most like a name: the more alike one is, and the more its kind counts, the more it says. */
final class Votes {
    private static final double SHARPNESS = 10;
    private static final double UNLIKE = Math.exp(-SHARPNESS);

    private final double[] votes = new double[Voice.GROUPS];
    private double sum = Voice.GROUPS * UNLIKE;

    /** Counts an example of that similarity, a cosine. */
    void add(Example example, double similarity) {
        double vote = Math.exp(SHARPNESS * (similarity - 1)) * example.kind().weight();
        votes[example.classification().group().ordinal()] += vote;
        sum += vote;
    }

    /** Logarithms of the smoothed shares of the groups: to each, one example that shares nothing with the name is added. */
    double[] logShares() {
        double[] shares = new double[votes.length];
        for (int c = 0; c < votes.length; c++) {
            shares[c] = Math.log((votes[c] + UNLIKE) / sum);
        }
        return shares;
    }

    /** What a model and votes think together, in place of what the model thinks. */
    static double[] mix(double[] model, double[] votes, double share) {
        for (int c = 0; c < model.length; c++) {
            model[c] = (1 - share) * model[c] + share * votes[c];
        }
        return model;
    }
}
