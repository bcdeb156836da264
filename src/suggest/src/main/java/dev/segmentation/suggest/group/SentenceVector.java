package dev.segmentation.suggest.group;

import java.util.List;

/**
 * What a sentence model makes of a text, a byte a dimension. The rounding loses nothing that matters, and a vector from a
 * file is exactly the one that was computed.
 */
record SentenceVector(float scale, byte[] steps) {
    static final int SIZE = 384;

    static SentenceVector of(float[] vector) {
        float most = 0;
        for (float value : vector) {
            most = Math.max(most, Math.abs(value));
        }
        float scale = most > 0 ? most / Byte.MAX_VALUE : 1;
        byte[] steps = new byte[vector.length];
        for (int d = 0; d < steps.length; d++) {
            steps[d] = (byte) Math.round(vector[d] / scale);
        }
        return new SentenceVector(scale, steps);
    }

    private float[] values() {
        float[] values = new float[steps.length];
        for (int d = 0; d < values.length; d++) {
            values[d] = scale * steps[d];
        }
        return values;
    }

    /** Its values less the mean of all, at length one: what texts have in common says nothing. */
    float[] centred(float[] mean) {
        float[] values = values();
        double squares = 0;
        for (int d = 0; d < values.length; d++) {
            values[d] -= mean[d];
            squares += values[d] * values[d];
        }
        float length = (float) Math.sqrt(Math.max(squares, 1e-12));
        for (int d = 0; d < values.length; d++) {
            values[d] /= length;
        }
        return values;
    }

    static float[] mean(List<SentenceVector> vectors) {
        double[] sum = new double[SIZE];
        for (SentenceVector vector : vectors) {
            float[] values = vector.values();
            for (int d = 0; d < SIZE; d++) {
                sum[d] += values[d];
            }
        }
        float[] mean = new float[SIZE];
        for (int d = 0; d < SIZE; d++) {
            mean[d] = (float) (sum[d] / Math.max(1, vectors.size()));
        }
        return mean;
    }

    /** Sum of products; four sums at a time, which processors can do side by side. */
    static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int d = 0;
        for (; d + 3 < a.length; d += 4) {
            s0 += a[d] * b[d];
            s1 += a[d + 1] * b[d + 1];
            s2 += a[d + 2] * b[d + 2];
            s3 += a[d + 3] * b[d + 3];
        }
        for (; d < a.length; d++) {
            s0 += a[d] * b[d];
        }
        return s0 + s1 + s2 + s3;
    }
}
