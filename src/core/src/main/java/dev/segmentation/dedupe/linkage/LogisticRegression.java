package dev.segmentation.dedupe.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a logistic regression by Newton's method with a ridge penalty. Matching pairs are weighted to make up the share
 * {@link #PRIOR} of every list, and every list counts the same.
 */
final class LogisticRegression {
    /** Share of matching pairs among the candidates that the weights are fitted for. */
    private static final double PRIOR = 0.1;

    private static final int ROUNDS = 40;
    private static final double RIDGE = 5e-4;
    private static final int FEATURES = Feature.values().length;

    /** The labelled pairs of one list: feature values by row, and whether the row is one company. */
    record Sample(List<double[]> rows, List<Boolean> labels) {
        Sample() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(double[] row, boolean same) {
            rows.add(row);
            labels.add(same);
        }

        int matches() {
            return (int) labels.stream().filter(label -> label).count();
        }
    }

    private LogisticRegression() {}

    /** Fits the weights to some lists. One whose sign would contradict what the feature means is held at 0. */
    static double[] fit(List<Sample> samples) {
        boolean[] held = new boolean[FEATURES];
        while (true) {
            double[] weights = fit(samples, held);
            int worst = -1;
            for (Feature feature : Feature.values()) {
                int i = feature.ordinal();
                if (!held[i]
                        && feature.sign() * weights[i] < 0
                        && (worst < 0 || Math.abs(weights[i]) > Math.abs(weights[worst]))) {
                    worst = i;
                }
            }
            if (worst < 0) {
                return weights;
            }
            held[worst] = true;
        }
    }

    private static double[] fit(List<Sample> samples, boolean[] held) {
        double[] means = Feature.handMadeWeights();
        double[] weights = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            weights[i] = held[i] ? 0 : means[i];
        }
        double largest = 1;
        for (int round = 0; round < ROUNDS && largest >= 1e-5; round++) {
            double[][] hessian = new double[FEATURES][FEATURES];
            double[] gradient = new double[FEATURES];
            for (Sample sample : samples) {
                accumulate(sample, weights, hessian, gradient);
            }
            for (int i = 0; i < FEATURES; i++) {
                double ridge = held[i] ? 1e9 : i == 0 ? 1e-9 : RIDGE * samples.size();
                hessian[i][i] += ridge;
                gradient[i] = held[i] ? 0 : gradient[i] - ridge * (weights[i] - means[i]);
            }
            double[] step = solve(hessian, gradient);
            largest = 0;
            for (int i = 0; i < FEATURES; i++) {
                weights[i] += held[i] ? 0 : Math.max(-3, Math.min(3, step[i]));
                largest = Math.max(largest, held[i] ? 0 : Math.abs(step[i]));
            }
        }
        return weights;
    }

    private static void accumulate(Sample sample, double[] weights, double[][] hessian, double[] gradient) {
        long positive = sample.matches();
        long negative = sample.labels().size() - positive;
        for (int r = 0; r < sample.rows().size(); r++) {
            double[] x = sample.rows().get(r);
            boolean same = sample.labels().get(r);
            double mass = same ? PRIOR / positive : (1 - PRIOR) / negative;
            double p = PairScorer.probability(PairScorer.weigh(weights, x));
            double error = mass * ((same ? 1 : 0) - p);
            double curvature = mass * Math.max(1e-9, p * (1 - p));
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    gradient[i] += error * x[i];
                    for (int j = 0; j <= i; j++) {
                        hessian[i][j] += curvature * x[i] * x[j];
                    }
                }
            }
        }
    }

    /** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky decomposition. */
    private static double[] solve(double[][] lower, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
