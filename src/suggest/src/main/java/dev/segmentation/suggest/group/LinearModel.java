package dev.segmentation.suggest.group;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Softmax regression over sparse features, trained by AdaGrad (Duchi, Hazan, Singer 2011) with a fixed order of examples, so
 * that the same examples give the same model. The inner loops run on flat arrays: some million updates have to be done
 * while somebody waits.
 */
final class LinearModel {
    private static final int EPOCHS = 12;
    private static final float RATE = 0.2f;
    private static final float DECAY = 1e-4f;
    private static final long SEED = 20220101;

    private final int classes;
    private final float[] weights;
    private final float[] bias;

    private LinearModel(int classes) {
        this.classes = classes;
        this.weights = new float[NameFeatures.SIZE * classes];
        this.bias = new float[classes];
    }

    static LinearModel train(List<Example.Sample<NameFeatures>> samples, int classes) {
        LinearModel model = new LinearModel(classes);
        float[] squares = new float[NameFeatures.SIZE * classes];
        float[] biasSquares = new float[classes];
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        double[] p = new double[classes];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                model.step(samples.get(i), p, squares, biasSquares);
            }
        }
        return model;
    }

    int bytes() {
        return Float.BYTES * (bias.length + weights.length);
    }

    void write(ByteBuffer out) {
        FloatBuffer floats = out.asFloatBuffer();
        floats.put(bias);
        floats.put(weights);
    }

    static LinearModel read(ByteBuffer in, int classes) {
        LinearModel model = new LinearModel(classes);
        FloatBuffer floats = in.asFloatBuffer();
        floats.get(model.bias);
        floats.get(model.weights);
        return model;
    }

    private void step(Example.Sample<NameFeatures> sample, double[] p, float[] squares, float[] biasSquares) {
        scores(sample.features(), p);
        softmax(p);
        int[] index = sample.features().index();
        float[] value = sample.features().value();
        for (int c = 0; c < classes; c++) {
            float error = (float) ((p[c] - (c == sample.label() ? 1 : 0)) * sample.weight());
            if (Math.abs(error) < 1e-4f) {
                continue;
            }
            biasSquares[c] += error * error;
            bias[c] -= 0.1f * RATE * error / (float) Math.sqrt(biasSquares[c] + 1e-6f);
            for (int k = 0; k < index.length; k++) {
                int at = index[k] * classes + c;
                float gradient = error * value[k] + DECAY * weights[at];
                squares[at] += gradient * gradient;
                weights[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + 1e-6f);
            }
        }
    }

    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    double[] logProbabilities(NameFeatures features) {
        double[] scores = new double[classes];
        scores(features, scores);
        return logSoftmax(scores);
    }

    static double[] logSoftmax(double[] scores) {
        softmax(scores);
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.log(Math.max(scores[c], 1e-12));
        }
        return scores;
    }

    private void scores(NameFeatures features, double[] scores) {
        for (int c = 0; c < classes; c++) {
            scores[c] = bias[c];
        }
        int[] index = features.index();
        float[] value = features.value();
        for (int k = 0; k < index.length; k++) {
            int at = index[k] * classes;
            for (int c = 0; c < classes; c++) {
                scores[c] += weights[at + c] * value[k];
            }
        }
    }

    static void softmax(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - most);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }
}
