package dev.segmentation.name;

import java.util.List;

/**
 * What a name says of the class of its company.
 *
 * @param name the name
 * @param words every word that may speak for a class, expanded: all but the care-of part
 * @param begins positions in {@code words} where the name, or its alias, begins
 * @param ends positions behind the last word of the name: with and without legal form, and behind its alias
 */
public record NameEvidence(ParsedName name, List<String> words, List<Integer> begins, List<Integer> ends) {

    /** Copies the lists. */
    public NameEvidence {
        words = List.copyOf(words);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }
}
