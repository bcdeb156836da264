package dev.segmentation.rules.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What vetoes a term or a word of a concept: the words of its own cell and the word sets that the cell names.
 *
 * @param own word sequences of the cell, folded
 */
public record Unless(List<List<String>> own, List<WordSet> sets) {
    /** A blank cell. */
    public static final Unless NOTHING = new Unless(List.of(), List.of());

    /** All word sequences that veto: those of the cell, then those of the sets. */
    public List<List<String>> words() {
        if (sets.isEmpty()) {
            return own;
        }
        List<List<String>> all = new ArrayList<>(own);
        sets.forEach(set -> all.addAll(set.words()));
        return all;
    }

    /** The set from which a veto comes, as {@code  of @school}; empty if the cell itself holds the words. */
    public String from(List<String> veto) {
        if (own.contains(veto)) {
            return "";
        }
        return sets.stream()
                .filter(set -> set.words().contains(veto))
                .findFirst()
                .map(set -> " of " + set.label())
                .orElse("");
    }
}
