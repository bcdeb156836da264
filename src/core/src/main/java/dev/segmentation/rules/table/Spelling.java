package dev.segmentation.rules.table;

import dev.segmentation.name.NameEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mends typos in long words: {@code ELECTRCAL} is ELECTRICAL, {@code SERIVCES} is SERVICES. A word is taken for a
 * typo if it is no word that the tables know, and exactly one word of the vocabulary becomes it by one letter left out,
 * added, changed, or swapped with its neighbour (Damerau, Communications of the ACM 7, 1964). One such typo leaves the first
 * or the last letters of a long word alone, so only words that share these are compared.
 */
public final class Spelling {
    /** Shorter words are too close to one another: PAINTER, PRINTER, POINTER. */
    private static final int LONG = 8;

    /** In words of this length only swapped letters are read: PLUMMER is a name, and no PLUMBER. */
    private static final int MEDIUM = 7;

    /** Two neighbouring letters of a word of seven cannot lie in both its first three and its last three. */
    private static final int EDGE = 3;

    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> byEdge = new HashMap<>();
    private final Predicate<String> trueWord;

    /**
     * A spelling.
     *
     * @param vocabulary the words to recognise, folded
     * @param trueWord whether a word is right as it stands though the vocabulary lacks it: names of people and places
     */
    public Spelling(Iterable<String> vocabulary, Predicate<String> trueWord) {
        this.trueWord = trueWord;
        for (String word : vocabulary) {
            if (known.add(word) && word.length() >= MEDIUM && letters(word)) {
                byEdge.computeIfAbsent(head(word), e -> new ArrayList<>(2)).add(word);
                byEdge.computeIfAbsent(tail(word), e -> new ArrayList<>(2)).add(word);
            }
        }
    }

    private static String head(String word) {
        return word.substring(0, EDGE);
    }

    private static String tail(String word) {
        return "-" + word.substring(word.length() - EDGE);
    }

    private static boolean letters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'A' || word.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** The name with its typos read as they were meant. */
    Reading read(NameEvidence name) {
        List<String> words = name.words();
        List<String> read = null;
        for (int i = 0; i < words.size(); i++) {
            String meant = meant(words.get(i));
            if (meant != null) {
                read = read == null ? new ArrayList<>(words) : read;
                read.set(i, meant);
            }
        }
        return read == null
                ? new Reading(name, name)
                : new Reading(new NameEvidence(name.name(), read, name.begins(), name.ends()), name);
    }

    /** Whether it is one of the words, or might be read as one of them if nothing else were known of it. */
    public boolean concerns(String word) {
        return known.contains(word)
                || word.length() >= MEDIUM
                        && !byEdge.isEmpty()
                        && letters(word)
                        && (only(byEdge.get(head(word)), word, null) != null
                                || only(byEdge.get(tail(word)), word, null) != null);
    }

    /** Whether it is one of the words. */
    boolean knows(String word) {
        return known.contains(word);
    }

    /** Whether no table knows the word; then it may be coined from others. */
    boolean unknown(String word) {
        return word.length() > WordParts.SHORTEST && !known.contains(word) && letters(word) && !trueWord.test(word);
    }

    /** The one word of the vocabulary that was meant, {@code null} if the word is known or none or several fit. */
    String meant(String word) {
        if (word.length() < MEDIUM || known.contains(word) || !letters(word) || trueWord.test(word)) {
            return null;
        }
        String first = only(byEdge.get(head(word)), word, null);
        String second = only(byEdge.get(tail(word)), word, first);
        return second == AMBIGUOUS ? null : second;
    }

    private static final String AMBIGUOUS = new String("several");

    @SuppressWarnings("ReferenceEquality") // AMBIGUOUS is a mark, not a word
    private static String only(List<String> candidates, String word, String found) {
        String one = found;
        for (int i = 0; candidates != null && i < candidates.size() && one != AMBIGUOUS; i++) {
            String candidate = candidates.get(i);
            if (candidate.charAt(0) == word.charAt(0) && !candidate.equals(one) && typo(candidate, word)) {
                one = one == null ? candidate : AMBIGUOUS;
            }
        }
        return one;
    }

    private static boolean typo(String meant, String written) {
        return meant.length() < LONG
                ? meant.length() == written.length() && swapped(meant, written)
                : oneTypo(meant, written);
    }

    private static boolean swapped(String a, String b) {
        int i = 0;
        while (i < a.length() - 1 && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i < a.length() - 1
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    /** Whether one letter was left out, added, changed, or swapped with its neighbour. */
    static boolean oneTypo(String a, String b) {
        int n = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        if (longer - n > 1) {
            return false;
        }
        int start = 0;
        while (start < n && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < n - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int differing = longer - start - end;
        return differing == 1
                || differing == 2
                        && a.length() == b.length()
                        && a.charAt(start) == b.charAt(start + 1)
                        && a.charAt(start + 1) == b.charAt(start);
    }
}
