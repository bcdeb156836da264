package dev.segmentation.suggest.text;

import dev.segmentation.name.NameTables;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How sure it is that a word of a billed name stands for a word of a register. */
public final class WordLikeness {
    private static final double SAME = 0.97;
    private static final double ONE_TYPO = 0.93;
    private static final double TYPO_IN_SHORT = 0.88;
    private static final double TWO_TYPOS = 0.85;
    private static final double SHORTENED = 0.9;
    /** Letters from which on one typo, and two typos, leave a word recognisable. */
    private static final int ONE = 5;

    private static final int SURE = 7;
    private static final int TWO = 10;

    private final NameTables tables;
    private final Predicate<String> word;

    /**
     * A judge of words.
     *
     * @param word whether a text is a word in its own right, so that it is no typo of another
     */
    public WordLikeness(NameTables tables, Predicate<String> word) {
        this.tables = tables;
        this.word = word;
    }

    /** 1 for the same word, 0 for two words. */
    public double of(String billed, String listed) {
        if (billed.equals(listed)) {
            return 1;
        }
        if (tables.either(billed, listed)) {
            return SAME;
        }
        int number = tables.number(billed);
        if (number >= 0 || tables.number(listed) >= 0) {
            return number == tables.number(listed) ? SAME : 0;
        }
        NameTables.Contrast contrast = tables.contrast(billed);
        NameTables.Contrast other = tables.contrast(listed);
        if (contrast != null && other != null && contrast.excludes(other) || word.test(billed)) {
            return 0;
        }
        return Math.max(shortened(billed, listed), typo(billed, listed));
    }

    /** How many typos a word of that length may have and still be recognised. */
    public static int typos(int length) {
        return length >= TWO ? 2 : length >= ONE ? 1 : 0;
    }

    private static double typo(String billed, String listed) {
        int length = Math.min(billed.length(), listed.length());
        int typos = typos(Math.max(length, billed.length()));
        if (length < ONE - 1 || Math.abs(billed.length() - listed.length()) > typos) {
            return 0;
        }
        int edits = edits(billed, listed);
        return edits > typos ? 0 : edits == 2 ? TWO_TYPOS : length >= SURE ? ONE_TYPO : TYPO_IN_SHORT;
    }

    /** PHARM and PHRMCTCLS are short for PHARMACEUTICALS. */
    private static double shortened(String billed, String listed) {
        boolean possible =
                billed.length() >= 3 && billed.length() + 2 <= listed.length() && billed.charAt(0) == listed.charAt(0);
        if (!possible) {
            return 0;
        }
        boolean cut = listed.startsWith(billed);
        boolean squeezed = vowels(billed) <= 1 && subsequence(billed, listed) && 3 * billed.length() >= listed.length();
        return cut || squeezed ? SHORTENED : 0;
    }

    private static int vowels(String text) {
        int vowels = 0;
        for (int i = 1; i < text.length(); i++) {
            vowels += "AEIOU".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return vowels;
    }

    private static boolean subsequence(String shorter, String longer) {
        int next = 0;
        for (int i = 0; i < longer.length() && next < shorter.length(); i++) {
            next += longer.charAt(i) == shorter.charAt(next) ? 1 : 0;
        }
        return next == shorter.length();
    }

    /** Letters put in, left out, replaced or swapped with their neighbour; 3 for more than two. */
    public static int edits(String a, String b) {
        int many = 3;
        if (Math.abs(a.length() - b.length()) >= many) {
            return many;
        }
        int[] before = new int[b.length() + 1];
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] next = edits(a, b, i, before, row);
            if (Arrays.stream(next).min().orElse(many) >= many) {
                return many;
            }
            before = row;
            row = next;
        }
        return Math.min(many, row[b.length()]);
    }

    /** Edits from the first i letters of the one word to the beginnings of the other, given the two rows before. */
    private static int[] edits(String a, String b, int i, int[] before, int[] row) {
        int[] next = new int[row.length];
        next[0] = i;
        for (int j = 1; j < next.length; j++) {
            int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
            next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + cost);
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            next[j] = swapped ? Math.min(next[j], before[j - 2] + 1) : next[j];
        }
        return next;
    }
}
