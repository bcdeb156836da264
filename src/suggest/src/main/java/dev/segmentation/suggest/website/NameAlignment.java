package dev.segmentation.suggest.website;

import dev.segmentation.suggest.text.WordLikeness;
import java.util.List;
import java.util.function.ToIntFunction;

/** Holds the words of a billed name against those of a listed one, in order; every word must find its like. */
final class NameAlignment {
    private static final double JOINED = 0.96;
    private static final double CUT_OFF = 0.85;
    private static final double LEAST = 0.75;
    /** Letters that a name has at least which a billing system cut off. */
    private static final int CUT_LETTERS = 20;

    private static final int MOST_WORDS = 25;
    /** Letters of a word from which on one typo cannot make it another name. */
    private static final int LONG = 7;

    /** A word in more names than this says little about whose name it is. */
    private static final int OFTEN = 40;

    private final WordLikeness likeness;
    private final ToIntFunction<String> count;

    NameAlignment(WordLikeness likeness, ToIntFunction<String> count) {
        this.likeness = likeness;
        this.count = count;
    }

    /**
     * How alike two names are; 0 for two organisations.
     *
     * @param how receives in words where they differ; means nothing for two organisations
     */
    double of(NameReading billed, NameReading listed, List<String> how) {
        List<String> a = billed.words();
        List<String> b = listed.words();
        if (a.equals(b)) {
            if (billed.parsed().key().equals(listed.parsed().key())) {
                return 1;
            }
            how.add("singular for plural, or another order");
            return 0.98;
        }
        if (billed.joined().equals(listed.joined())) {
            how.add("written as one word or apart");
            return JOINED;
        }
        return a.size() > MOST_WORDS || b.size() > MOST_WORDS ? 0 : aligned(a, b, how);
    }

    private double aligned(List<String> a, List<String> b, List<String> how) {
        int i = 0;
        int j = 0;
        double score = 1;
        boolean anchored = false;
        while (i < a.size() && j < b.size()) {
            String word = a.get(i);
            double like = likeness.of(word, b.get(j));
            if (like > 0) {
                anchored |= like == 1 && count.applyAsInt(b.get(j)) <= OFTEN;
                score *= like;
                if (like < 1) {
                    how.add(word + " for " + b.get(j));
                }
            } else if (i + 1 < a.size() && (word + a.get(i + 1)).equals(b.get(j))) {
                i++;
                score *= JOINED;
            } else if (j + 1 < b.size() && word.equals(b.get(j) + b.get(j + 1))) {
                j++;
                score *= JOINED;
            } else if (cutOff(a, i, b, j)) {
                j = b.size() - 1;
                score *= CUT_OFF;
                how.add("cut off after " + word);
            } else {
                return 0;
            }
            i++;
            j++;
        }
        boolean whole = i == a.size() && j == b.size() && score >= LEAST;
        return whole && (anchored || sure(a, b)) ? score : 0;
    }

    /** Whether the last word of the billed name is the beginning of where the listed one goes on. */
    private static boolean cutOff(List<String> a, int i, List<String> b, int j) {
        return i == a.size() - 1
                && i > 0
                && String.join(" ", a).length() >= CUT_LETTERS
                && b.get(j).startsWith(a.get(i))
                && b.size() - j <= 2;
    }

    /** Whether what differs is in long words only, where no rare word is the same. */
    private boolean sure(List<String> a, List<String> b) {
        boolean allLong = true;
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            allLong &= a.get(i).equals(b.get(i)) || a.get(i).length() >= LONG || count.applyAsInt(b.get(i)) > OFTEN;
        }
        return allLong;
    }
}
