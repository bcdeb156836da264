package dev.segmentation.suggest.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Turns the output of all models together into probabilities by one temperature (Guo et al., "On Calibration of Modern Neural
 * Networks", 2017): above one it makes them less sure. It is learned from decisions of people that are held out and that no
 * suggestion prompted.
 */
record Temperatures(double placed, double open) {
    /** Fewer held-out decisions than this say little. */
    private static final int ENOUGH = 30;
    /** Found on small businesses and on known organisations; it holds where there are few decisions to learn it from. */
    private static final double USUAL = 1.1;
    /** The usual temperature of names whose words no rule knows. */
    private static final double USUAL_OPEN = 1.6;
    /** So many held-out names weigh as much as the usual temperature. */
    private static final double PRIOR = 200;

    private static final double LOW = 0.4;
    private static final double HIGH = 4;
    private static final int STEPS = 40;

    /** Learns them. */
    static Temperatures learn(
            List<Example> examples, BiFunction<List<Example>, List<List<String>>, List<double[]>> opinions) {
        List<Example> held = examples.stream()
                .filter(e -> e.kind() == Example.Kind.DECISION && !e.words().isEmpty())
                .filter(Temperatures::quarter)
                .toList();
        if (held.size() < ENOUGH) {
            return new Temperatures(fit(List.of(), List.of(), USUAL), fit(List.of(), List.of(), USUAL_OPEN));
        }
        Set<Example> out = Set.copyOf(held);
        List<Example> rest =
                examples.stream().filter(example -> !out.contains(example)).toList();
        List<double[]> all =
                opinions.apply(rest, held.stream().map(Example::words).toList());
        return new Temperatures(fit(held, all, false), fit(held, all, true));
    }

    /** By the first word, so that the names of one company stay together. */
    private static boolean quarter(Example example) {
        return Math.floorMod(example.words().get(0).hashCode() * 31, 4) == 0;
    }

    private static double fit(List<Example> held, List<double[]> opinions, boolean open) {
        List<double[]> some = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).open() == open) {
                some.add(opinions.get(i));
                labels.add(held.get(i).classification().group().ordinal());
            }
        }
        return fit(some, labels, open ? USUAL_OPEN : USUAL);
    }

    /** The temperature under which the labels are predicted best, drawn towards the usual one where there are few labels. */
    private static double fit(List<double[]> opinions, List<Integer> labels, double usual) {
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
        return Math.exp((n * (low + high) / 2 + PRIOR * Math.log(usual)) / (n + PRIOR));
    }

    private static double loss(List<double[]> opinions, List<Integer> labels, double temperature) {
        double loss = 0;
        for (int i = 0; i < labels.size(); i++) {
            loss -= Math.log(Math.max(probabilities(opinions.get(i), temperature)[labels.get(i)], 1e-9));
        }
        return loss;
    }

    private static double[] probabilities(double[] opinion, double temperature) {
        double[] scores = new double[opinion.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = opinion[c] / temperature;
        }
        LinearModel.softmax(scores);
        return scores;
    }

    double[] probabilities(double[] opinion, boolean ofOpenName) {
        return probabilities(opinion, ofOpenName ? open : placed);
    }
}
