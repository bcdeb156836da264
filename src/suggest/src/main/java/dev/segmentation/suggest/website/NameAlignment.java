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
     * How two names compare.
     *
     * @param score 1 for the same words, 0 for two names
     * @param how what differs, blank if nothing does
     */
    record Result(double score, String how) {
        static final Result NONE = new Result(0, "");
    }

    Result of(NameReading billed, NameReading listed) {
        List<String> a = billed.words();
        List<String> b = listed.words();
        if (a.equals(b)) {
            boolean same = billed.parsed().key().equals(listed.parsed().key());
            return same ? new Result(1, "") : new Result(0.98, "singular for plural, or another order");
        }
        if (billed.joined().equals(listed.joined())) {
            return new Result(JOINED, "written as one word or apart");
        }
        return a.size() > MOST_WORDS || b.size() > MOST_WORDS ? Result.NONE : aligned(a, b);
    }

    private Result aligned(List<String> a, List<String> b) {
        Walk walk = new Walk();
        while (walk.i < a.size() && walk.j < b.size()) {
            String word = a.get(walk.i);
            double like = likeness.of(word, b.get(walk.j));
            if (like > 0) {
                walk.anchored |= like == 1 && count.applyAsInt(b.get(walk.j)) <= OFTEN;
                walk.on(1, 1, like, like < 1 ? word + " for " + b.get(walk.j) : "");
            } else if (walk.i + 1 < a.size() && (word + a.get(walk.i + 1)).equals(b.get(walk.j))) {
                walk.on(2, 1, JOINED, "");
            } else if (walk.j + 1 < b.size() && word.equals(b.get(walk.j) + b.get(walk.j + 1))) {
                walk.on(1, 2, JOINED, "");
            } else if (cutOff(a, walk.i, b, walk.j)) {
                walk.on(1, b.size() - walk.j, CUT_OFF, "cut off after " + word);
            } else {
                return Result.NONE;
            }
        }
        boolean whole = walk.i == a.size() && walk.j == b.size() && walk.score >= LEAST;
        return whole && (walk.anchored || sure(a, b)) ? new Result(walk.score, walk.how) : Result.NONE;
    }

    /** How far two names have been held against each other. */
    private static final class Walk {
        private int i;
        private int j;
        private double score = 1;
        private boolean anchored;
        private String how = "";

        private void on(int billed, int listed, double like, String what) {
            i += billed;
            j += listed;
            score *= like;
            how += (how.isEmpty() || what.isEmpty() ? "" : ", ") + what;
        }
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
