package dev.segmentation.suggest.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How sure the voices may be, learned from decisions of people that are held out and that no suggestion prompted: of names that the rules place as well, and
 * of names that they leave open, where all voices are much too sure.
 *
 * @param placed for names that the rules place
 * @param open for names that they leave open
 */
record Temperatures(Calibration placed, Calibration open) {
    /** Fewer held-out decisions than this say little. */
    private static final int ENOUGH = 30;

    /**
     * Learns them.
     *
     * @param examples what is known
     * @param opinions what voices that learned from the first list think of the names of the second
     */
    static Temperatures learn(List<Example> examples, Opinions opinions) {
        List<Example> held = examples.stream()
                .filter(e -> e.kind() == Example.Kind.DECISION && !e.words().isEmpty())
                .filter(Temperatures::quarter)
                .toList();
        if (held.size() < ENOUGH) {
            return new Temperatures(
                    Calibration.fit(List.of(), List.of(), false), Calibration.fit(List.of(), List.of(), true));
        }
        Set<Example> out = Set.copyOf(held);
        List<Example> rest =
                examples.stream().filter(example -> !out.contains(example)).toList();
        List<double[]> all = opinions.of(rest, held.stream().map(Example::words).toList());
        return new Temperatures(fit(held, all, false), fit(held, all, true));
    }

    /** What voices that learned from examples think of names. */
    interface Opinions {
        List<double[]> of(List<Example> examples, List<List<String>> names);
    }

    /** By the first word, so that the names of one company stay together. */
    private static boolean quarter(Example example) {
        return Math.floorMod(example.words().get(0).hashCode() * 31, 4) == 0;
    }

    private static Calibration fit(List<Example> held, List<double[]> opinions, boolean open) {
        List<double[]> some = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).open() == open) {
                some.add(opinions.get(i));
                labels.add(held.get(i).classification().group().ordinal());
            }
        }
        return Calibration.fit(some, labels, open);
    }

    Calibration of(boolean isOpen) {
        return isOpen ? open : placed;
    }
}
