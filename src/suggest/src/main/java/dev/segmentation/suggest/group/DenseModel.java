package dev.segmentation.suggest.group;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Softmax regression over vectors, trained by AdaGrad in small batches and a fixed order, so that the same examples give
 * the same model.
 */
final class DenseModel {
    private static final int EPOCHS = 12;
    private static final int BATCH = 16;
    private static final float RATE = 0.2f;
    private static final float DECAY = 1e-4f;
    private static final float NEGLIGIBLE = 1e-3f;
    private static final long SEED = 20220101;

    private final float[][] weights;
    private final float[] bias;

    private DenseModel(int classes, int size) {
        this.weights = new float[classes][size];
        this.bias = new float[classes];
    }

    /** A model that was trained on these samples, whose vectors have one size. */
    static DenseModel train(List<Example.Sample<float[]>> samples, int classes) {
        int size = samples.isEmpty() ? 0 : samples.get(0).features().length;
        DenseModel model = new DenseModel(classes, size);
        DenseModel gradient = new DenseModel(classes, size);
        DenseModel squares = new DenseModel(classes, size);
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            LinearModel.shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                for (int at = from; at < to; at++) {
                    model.addGradient(samples.get(order[at]), gradient);
                }
                model.step(gradient, squares);
            }
        }
        return model;
    }

    private void addGradient(Example.Sample<float[]> sample, DenseModel gradient) {
        double[] p = scores(sample.features());
        LinearModel.softmax(p);
        for (int c = 0; c < p.length; c++) {
            float error = (float) ((p[c] - (c == sample.label() ? 1 : 0)) * sample.weight());
            if (Math.abs(error) >= NEGLIGIBLE) {
                gradient.bias[c] += error;
                addTimes(gradient.weights[c], sample.features(), error);
            }
        }
    }

    private static void addTimes(float[] sum, float[] vector, float times) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += times * vector[d];
        }
    }

    /** One step against the gradient of a batch, given the sums of squares of those before. */
    private void step(DenseModel gradient, DenseModel squares) {
        for (int c = 0; c < bias.length; c++) {
            step(weights[c], gradient.weights[c], squares.weights[c], DECAY);
        }
        step(bias, gradient.bias, squares.bias, 0);
    }

    private static void step(float[] values, float[] gradients, float[] squares, float decay) {
        for (int d = 0; d < values.length; d++) {
            float gradient = gradients[d] + decay * values[d];
            squares[d] += gradient * gradient;
            values[d] -= RATE * gradient / (float) Math.sqrt(squares[d] + 1e-6f);
        }
        Arrays.fill(gradients, 0);
    }

    /** Log-probabilities of the classes, not calibrated. */
    double[] logProbabilities(float[] vector) {
        return LinearModel.logSoftmax(scores(vector));
    }

    private double[] scores(float[] vector) {
        double[] scores = new double[bias.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = bias[c] + SentenceVector.dot(weights[c], vector);
        }
        return scores;
    }
}
