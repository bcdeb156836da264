package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws values as often as their weights say. */
final class Weighted<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
    private double total;

    Weighted<T> add(double weight, T value) {
        if (weight > 0) {
            total += weight;
            values.add(value);
            ends.add(total);
        }
        return this;
    }

    T draw(Random random) {
        double at = random.nextDouble() * total;
        int index = 0;
        while (ends.get(index) <= at && index < values.size() - 1) {
            index++;
        }
        return values.get(index);
    }

    /** A value of a list whose first ones are the most frequent, as with surnames. */
    static <V> V skewed(List<V> values, Random random) {
        double u = random.nextDouble();
        return values.get((int) (values.size() * u * u));
    }

    /** Any value of a list. */
    static <V> V any(List<V> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
