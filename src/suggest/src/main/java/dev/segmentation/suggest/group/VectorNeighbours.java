package dev.segmentation.suggest.group;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The votes of the examples whose vectors are most like that of a name. */
final class VectorNeighbours {
    private static final int MOST = 30;

    private final List<Example> examples;
    private final List<float[]> vectors;

    private record Near(int example, float similarity) {}

    VectorNeighbours(List<Example> examples, List<float[]> vectors) {
        this.examples = examples;
        this.vectors = vectors;
    }

    /** Logarithms of the smoothed shares of the neighbours' groups; a little of each group is always there. */
    double[] votes(float[] vector) {
        Votes votes = new Votes();
        nearest(vector).forEach(near -> votes.add(examples.get(near.example()), near.similarity()));
        return votes.logShares();
    }

    /** Of equally near ones the earlier example counts. */
    private PriorityQueue<Near> nearest(float[] vector) {
        PriorityQueue<Near> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Near::similarity).thenComparing(Near::example, Comparator.reverseOrder()));
        for (int i = 0; i < vectors.size(); i++) {
            float similarity = SentenceVector.dot(vectors.get(i), vector);
            if (nearest.size() < MOST) {
                nearest.add(new Near(i, similarity));
            } else if (similarity > nearest.peek().similarity()) {
                nearest.poll();
                nearest.add(new Near(i, similarity));
            }
        }
        return nearest;
    }
}
