package dev.segmentation.suggest.group;

import dev.segmentation.customer.Classification;
import java.util.Comparator;
import java.util.List;

/**
 * A name or phrase whose group is known, to learn from.
 *
 * @param name as written
 * @param words its words, folded
 * @param classification what it is
 * @param kind where that knowledge comes from
 * @param source where anyone can look it up: a row of a term table, a decision
 * @param open whether the rules by themselves leave that name unplaced
 */
public record Example(
        String name, List<String> words, Classification classification, Kind kind, String source, boolean open) {
    /** The order in which voices learn, whatever order the examples come in. */
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
        /** A suggestion that people accepted: it counts as much, but cannot judge the voices that made it. */
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

        /** Whether people decided it. */
        boolean decided() {
            return this == DECISION || this == ACCEPTED;
        }

        /** How much an example of this kind counts in training. */
        double weight() {
            return weight;
        }
    }

    /** Copies the words. */
    public Example {
        words = List.copyOf(words);
    }
}
