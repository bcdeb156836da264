package dev.segmentation.rules.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in a name a term counts. */
public enum TermMatch {
    /** Anywhere, as a sequence of whole words. */
    WORDS,
    /** At the beginning of the name. */
    PREFIX,
    /** At the end of the name; a legal form behind it does not count. */
    SUFFIX,
    /** As the whole name; a legal form does not count. */
    WHOLE,
    /** As the beginning of a longer word that no table knows: one word of three letters or more. */
    WORD_START,
    /** As the end of such a word. */
    WORD_END;

    /** Whether it counts within a word. */
    public boolean withinWord() {
        return this == WORD_START || this == WORD_END;
    }

    /** The word that stands in the tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a rationale adds to the term, empty for whole words. */
    public String inWords() {
        return this == WORD_START ? " begins a word" : this == WORD_END ? " ends a word" : "";
    }

    /** Why a term found elsewhere does not count. */
    String elsewhere() {
        return switch (this) {
            case WORDS, WORD_START, WORD_END -> "";
            case PREFIX -> "not at the beginning";
            case SUFFIX -> "not at the end";
            case WHOLE -> "not the whole name";
        };
    }

    /** The kind of that name; blank means {@link #WORDS}. */
    public static Optional<TermMatch> parse(String text) {
        String label = text.strip().toLowerCase(Locale.ROOT);
        return label.isEmpty()
                ? Optional.of(WORDS)
                : Arrays.stream(values())
                        .filter(match -> match.label().equals(label))
                        .findFirst();
    }

    boolean accepts(List<Integer> begins, List<Integer> ends, int start, int end) {
        return switch (this) {
            case WORDS, WORD_START, WORD_END -> true;
            case PREFIX -> begins.contains(start);
            case SUFFIX -> ends.contains(end);
            case WHOLE -> begins.contains(start) && ends.contains(end);
        };
    }
}
