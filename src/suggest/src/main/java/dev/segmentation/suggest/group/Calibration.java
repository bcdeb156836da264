package dev.segmentation.suggest.group;

import java.util.List;

/**
 * Turns opinions into probabilities by one temperature (Guo et al., "On Calibration of Modern Neural Networks", 2017): above
 * one it makes them humbler.
 */
final class Calibration {
    /** Found on small businesses and on known organisations; it holds where there are few decisions to learn it from. */
    private static final double USUAL = 1.1;
    /** The same for names whose words no rule knows, where all voices are much too sure. */
    private static final double USUAL_OPEN = 1.6;
    /** So many held-out names weigh as much as the usual temperature. */
    private static final double PRIOR = 200;

    private static final double LOW = 0.4;
    private static final double HIGH = 4;
    private static final int STEPS = 40;

    private final double temperature;

    private Calibration(double temperature) {
        this.temperature = temperature;
    }

    /** That temperature. */
    static Calibration of(double temperature) {
        return new Calibration(temperature);
    }

    double temperature() {
        return temperature;
    }

    /**
     * The temperature under which these opinions predict the labels best, drawn towards the usual one where they are few.
     *
     * @param open whether they are of names that the rules leave open
     */
    static Calibration fit(List<double[]> opinions, List<Integer> labels, boolean open) {
        double usual = open ? USUAL_OPEN : USUAL;
        double low = Math.log(LOW);
        double high = Math.log(HIGH);
        for (int step = 0; step < STEPS; step++) {
            double third = (high - low) / 3;
            if (loss(opinions, labels, Math.exp(low + third)) < loss(opinions, labels, Math.exp(high - third))) {
                high -= third;
            } else {
                low += third;
            }
        }
        int n = labels.size();
        return new Calibration(Math.exp((n * (low + high) / 2 + PRIOR * Math.log(usual)) / (n + PRIOR)));
    }

    private static double loss(List<double[]> opinions, List<Integer> labels, double temperature) {
        Calibration trial = new Calibration(temperature);
        double loss = 0;
        for (int i = 0; i < labels.size(); i++) {
            loss -= Math.log(Math.max(trial.probabilities(opinions.get(i))[labels.get(i)], 1e-9));
        }
        return loss;
    }

    /** Probabilities that sum up to one. */
    double[] probabilities(double[] opinion) {
        double[] scores = new double[opinion.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = opinion[c] / temperature;
        }
        LinearModel.softmax(scores);
        return scores;
    }
}
