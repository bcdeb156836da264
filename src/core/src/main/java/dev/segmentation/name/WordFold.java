package dev.segmentation.name;

import java.util.List;
import java.util.Map;

/** Folds the variants of a word into one: abbreviations are written out, plurals made singular. */
public final class WordFold {
    private final Map<String, String> abbreviations;

    WordFold(Map<String, String> abbreviations) {
        this.abbreviations = Map.copyOf(abbreviations);
    }

    /** The word written out: MFG is MANUFACTURING. */
    public String expand(String word) {
        return abbreviations.getOrDefault(word, word);
    }

    /** The word written out and in the singular; a word that the table maps to itself keeps its plural. */
    public String fold(String word) {
        String full = expand(word);
        if (full.equals(abbreviations.get(full))) {
            return full;
        }
        String singular = singular(full);
        return abbreviations.getOrDefault(singular, singular);
    }

    /** Splits a phrase of a table or a rule into folded words, as the words of a name are. */
    public List<String> phrase(String text) {
        List<String> words = NameToken.texts(text);
        words.replaceAll(this::fold);
        return words;
    }

    /** English plurals only, and the same for both sides of every comparison, so that an odd result does no harm. */
    public static String singular(String word) {
        int n = word.length();
        if (n < 4 || word.charAt(n - 1) != 'S' || word.endsWith("SS") || word.endsWith("US") || word.endsWith("IS")) {
            return word;
        }
        if (n > 4 && word.endsWith("IES")) {
            return word.substring(0, n - 3) + "Y";
        }
        if (word.endsWith("SSES") || word.endsWith("XES") || word.endsWith("CHES") || word.endsWith("SHES")) {
            return word.substring(0, n - 2);
        }
        return word.substring(0, n - 1);
    }
}
