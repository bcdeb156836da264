package dev.segmentation.suggest.group;

import dev.segmentation.customer.Classification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name or phrase whose group is known, to learn from.
 *
 * @param words its words, folded
 * @param open whether the rules by themselves leave that name unplaced
 */
public record Example(
        String name, List<String> words, Classification classification, Kind kind, String source, boolean open) {
    /** The order in which models learn, whatever order the examples come in. */
    static final Comparator<Example> ORDER = Comparator.comparing(Example::name)
            .thenComparing(example -> example.classification().group())
            .thenComparing(Example::source);

    /** An example that the rules may place as well. */
    public Example(String name, List<String> words, Classification classification, Kind kind, String source) {
        this(name, words, classification, kind, source, false);
    }

    /** Where the group of an example comes from, and how much one counts in training. */
    public enum Kind {
        /** A name that people decided. */
        DECISION(2.0),
        /** A suggestion that people accepted: it counts as much, but cannot judge the models that made it. */
        ACCEPTED(2.0),
        /** A row of a term table, which says what its words mean. */
        TERM(1.0),
        /** A weaker row of a term table. */
        HINT(0.5),
        /** A known organisation: right, but less typical of customers. */
        KNOWN(0.3),
        /** A master that the rules placed with high confidence, which its terms say already. */
        RULED(0.1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        boolean decided() {
            return this == DECISION || this == ACCEPTED;
        }

        double weight() {
            return weight;
        }
    }

    public Example {
        words = List.copyOf(words);
    }

    record Sample<F>(F features, int label, float weight) {}

    /**
     * The samples of examples with these features. Each counts by its kind, and less where its group has many: a group with four
     * times the weight of another counts twice as much.
     */
    static <F> List<Sample<F>> samples(List<Example> examples, List<F> features) {
        double[] sums = new double[GroupModel.GROUPS];
        double all = 0;
        for (Example example : examples) {
            sums[example.classification().group().ordinal()] += example.kind().weight();
            all += example.kind().weight();
        }
        double share = all / GroupModel.GROUPS;
        List<Sample<F>> samples = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            int label = examples.get(i).classification().group().ordinal();
            double weight = examples.get(i).kind().weight() * Math.sqrt(share / sums[label]);
            samples.add(new Sample<>(features.get(i), label, (float) weight));
        }
        return samples;
    }
}
