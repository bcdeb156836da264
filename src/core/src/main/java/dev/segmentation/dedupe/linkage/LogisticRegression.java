package dev.segmentation.dedupe.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a logistic regression by Newton's method with a ridge penalty. Matching pairs are weighted to make up the share
 * {@link MatchModel#PRIOR} of every list, and every list counts the same.
 */
final class LogisticRegression {
    private static final int ROUNDS = 40;
    private static final double RIDGE = 5e-4;

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

    /**
     * Fits the weights. One whose sign would contradict what the feature means is held at 0.
     *
     * @param samples the lists
     * @param means what a weight is where the samples do not speak
     * @param signs by feature: 1, -1 or 0 for either
     */
    static double[] fit(List<Sample> samples, int[] signs, double[] means) {
        boolean[] held = new boolean[signs.length];
        while (true) {
            double[] weights = fitFree(samples, held, means);
            int worst = -1;
            for (int i = 0; i < signs.length; i++) {
                if (!held[i]
                        && signs[i] * weights[i] < 0
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

    private static double[] fitFree(List<Sample> samples, boolean[] held, double[] means) {
        int features = held.length;
        double[] weights = means.clone();
        for (int i = 0; i < features; i++) {
            weights[i] = held[i] ? 0 : means[i];
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] hessian = new double[features][features];
            double[] gradient = new double[features];
            for (Sample sample : samples) {
                accumulate(sample, weights, hessian, gradient);
            }
            for (int i = 0; i < features; i++) {
                double ridge = held[i] ? 1e9 : i == 0 ? 1e-9 : RIDGE * samples.size();
                hessian[i][i] += ridge;
                gradient[i] = held[i] ? 0 : gradient[i] - ridge * (weights[i] - means[i]);
            }
            double[] step = solve(hessian, gradient);
            double largest = 0;
            for (int i = 0; i < features; i++) {
                weights[i] += held[i] ? 0 : Math.max(-3, Math.min(3, step[i]));
                largest = Math.max(largest, held[i] ? 0 : Math.abs(step[i]));
            }
            if (largest < 1e-5) {
                break;
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
            double mass = same ? MatchModel.PRIOR / positive : (1 - MatchModel.PRIOR) / negative;
            double z = 0;
            for (int i = 0; i < x.length; i++) {
                z += weights[i] * x[i];
            }
            double p = MatchModel.probability(z);
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
    static double[] solve(double[][] lower, double[] right) {
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
