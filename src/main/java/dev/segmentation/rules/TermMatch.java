package dev.segmentation.rules;

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
    WHOLE;

    /** The word that stands in the tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why a term found elsewhere does not count. */
    String elsewhere() {
        return switch (this) {
            case WORDS -> "";
            case PREFIX -> "not at the beginning";
            case SUFFIX -> "not at the end";
            case WHOLE -> "not the whole name";
        };
    }

    /** The kind of that name; blank means {@link #WORDS}. */
    public static Optional<TermMatch> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "words" -> Optional.of(WORDS);
            case "prefix" -> Optional.of(PREFIX);
            case "suffix" -> Optional.of(SUFFIX);
            case "whole" -> Optional.of(WHOLE);
            default -> Optional.empty();
        };
    }

    boolean accepts(java.util.List<Integer> begins, java.util.List<Integer> ends, int start, int end) {
        return switch (this) {
            case WORDS -> true;
            case PREFIX -> begins.contains(start);
            case SUFFIX -> ends.contains(end);
            case WHOLE -> begins.contains(start) && ends.contains(end);
        };
    }
}
