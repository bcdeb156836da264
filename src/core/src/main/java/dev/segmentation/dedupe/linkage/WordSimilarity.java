package dev.segmentation.dedupe.linkage;

import java.util.Arrays;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two words are, in [0, 1]: the same, one the plural of the other, a typo, cut short,
 * abbreviated, or an initial. One edit in a long word is likely a typo, in a short one another word. Not safe for several
 * threads: it remembers what it has worked out.
 */
final class WordSimilarity {
    /** Words less alike than this are two words. */
    static final float LEAST = 0.7f;

    /** From here on two words are the same, but for their spelling. */
    static final float SAME = 0.97f;

    /** LYON and LYONS are two names, SERVICE and SERVICES are not. */
    private static final float RARE_PLURAL = 0.92f;

    private static final float CUT_SHORT = 0.85f;
    private static final float ABBREVIATED = 0.78f;
    private static final float TWO_LETTERS = 0.71f;
    private static final float INITIAL = 0.75f;
    /** Weight below which a word is common; two common words one edit apart are two words. */
    private static final float COMMON = 5;

    /** Letters of a word that was cut within, such as PHARMACEUTL. */
    private static final int BEGUN = 7;

    /** Letters from which on two typos may be one word. */
    private static final int TWO_TYPOS = 7;

    /** Edits that say nothing. */
    private static final int MANY = -1;

    private static final float UNLIKELY = 0.06f;
    private static final float DOUBLED = 0.03f;
    private static final String[] KEYS = {"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};

    private static final int CACHE = 1 << 16;

    private final Lexicon lexicon;
    private final LevenshteinDistance distance = new LevenshteinDistance(2);
    private final long[] cachedPair = new long[CACHE];
    private final float[] cached = new float[CACHE];

    WordSimilarity(Lexicon lexicon) {
        this.lexicon = lexicon;
        Arrays.fill(cachedPair, -1);
    }

    /**
     * Whether two words may resemble each other at all, by their lengths and which letters occur: a letter that is
     * put in changes one bit of the mask at most, one that is replaced two.
     */
    static boolean possible(AlignedName x, int i, AlignedName y, int j) {
        int a = x.mask(i);
        int b = y.mask(j);
        int more = x.length(i) - y.length(j);
        int shorter = more < 0 ? x.length(i) : y.length(j);
        int added = Math.abs(more);
        int differing = Integer.bitCount(a ^ b);
        int typos = shorter >= TWO_TYPOS ? 2 : 1;
        boolean near = shorter >= 4 && added <= typos && differing <= 2 * typos - added;
        boolean within = x.first(i) == y.first(j) && (a & b) == (more < 0 ? a : b);
        return near || within || x.has(i, NameSet.SPECIAL) && y.has(j, NameSet.SPECIAL);
    }

    /** How alike two words are that resemble each other possibly. */
    float of(int a, int b) {
        if (a == b) {
            return 1;
        }
        if (lexicon.stems[a] == lexicon.stems[b]) {
            boolean rare = lexicon.weights[a] >= COMMON && plural(lexicon.texts[a], lexicon.texts[b]);
            return rare ? RARE_PLURAL : 1;
        }
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        long pair = (long) first << 32 | second;
        int slot = (int) (Hashes.mix(pair) >>> 48) & CACHE - 1;
        if (cachedPair[slot] != pair) {
            cachedPair[slot] = pair;
            cached[slot] = compute(first, second);
        }
        return cached[slot];
    }

    /** Whether a similarity is that of a word cut short, abbreviated or given by its initial. */
    static boolean shortens(float similarity) {
        return similarity == CUT_SHORT
                || similarity == ABBREVIATED
                || similarity == INITIAL
                || similarity == TWO_LETTERS;
    }

    private float compute(int a, int b) {
        if (lexicon.exclude(a, b) || lexicon.excludeAtBeginning(a, b)) {
            return 0;
        }
        if (lexicon.either(a, b)) {
            return SAME;
        }
        if (lexicon.numbers[a] >= 0 || lexicon.numbers[b] >= 0) {
            return lexicon.numbers[a] == lexicon.numbers[b] ? SAME : 0;
        }
        boolean swap = lexicon.stemTexts[a].length() > lexicon.stemTexts[b].length();
        String shorter = lexicon.stemTexts[swap ? b : a];
        String longer = lexicon.stemTexts[swap ? a : b];
        if (elided(shorter, longer)) {
            return SAME;
        }
        boolean shortCommon = lexicon.weights[swap ? b : a] < COMMON;
        float best = lexicon.digits[swap ? a : b] ? 0 : shortened(shorter, longer, shortCommon);
        boolean common = lexicon.weights[a] < COMMON && lexicon.weights[b] < COMMON;
        boolean digits = lexicon.digits[a] || lexicon.digits[b];
        return common || digits ? best : Math.max(best, typo(shorter, longer));
    }

    private static boolean plural(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 3 && (a.endsWith("S") || b.endsWith("S"));
    }

    /** L'AIR is AIR. */
    private static boolean elided(String shorter, String longer) {
        return longer.length() == shorter.length() + 1
                && shorter.length() > 4
                && longer.charAt(0) == 'L'
                && "AEIOUH".indexOf(shorter.charAt(0)) >= 0
                && longer.endsWith(shorter);
    }

    private static float shortened(String shorter, String longer, boolean common) {
        int length = shorter.length();
        if (shorter.charAt(0) != longer.charAt(0)) {
            return 0;
        }
        if (length == 1) {
            return INITIAL;
        }
        if (longer.startsWith(shorter)) {
            boolean cut = length >= 4 && longer.length() - length > (length >= BEGUN ? 1 : 2);
            return cut ? CUT_SHORT : length > 3 ? 0 : length == 3 ? ABBREVIATED : longer.length() > 4 ? TWO_LETTERS : 0;
        }
        if (common || length < 3 || length > longer.length() - 2 || !subsequence(shorter, longer)) {
            return 0;
        }
        if (length >= BEGUN && longer.startsWith(shorter.substring(0, 4))) {
            return CUT_SHORT;
        }
        long vowels =
                shorter.chars().skip(1).filter(c -> "AEIOU".indexOf(c) >= 0).count();
        return vowels <= 1 ? ABBREVIATED : 0;
    }

    /** SVC within SERVICE: its letters in that order. */
    private static boolean subsequence(String shorter, String longer) {
        int next = 0;
        for (int i = 0; i < longer.length() && next < shorter.length(); i++) {
            next += longer.charAt(i) == shorter.charAt(next) ? 1 : 0;
        }
        return next == shorter.length();
    }

    private float typo(String shorter, String longer) {
        int length = shorter.length();
        if (length < 4 || longer.length() - length > 2) {
            return 0;
        }
        int head = 0;
        while (head < length && shorter.charAt(head) == longer.charAt(head)) {
            head++;
        }
        boolean swapped = swapped(shorter, longer, head);
        int edits = swapped ? 1 : edits(shorter, longer, head);
        float similarity = 0;
        if (edits == 1) {
            similarity = length >= 9 ? 0.95f : length >= 7 ? 0.92f : length == 6 ? 0.86f : length == 5 ? 0.8f : 0.72f;
        } else if (edits == 2) {
            similarity = length >= 10 ? 0.88f : length >= 8 ? 0.8f : length == 7 ? 0.72f : 0;
        }
        boolean longerByOne = longer.length() == length + 1;
        if (edits == 1 && longerByOne && head > 0 && longer.charAt(head) == longer.charAt(head - 1)) {
            similarity += DOUBLED;
        }
        if (edits == 1 && length == longer.length() && !swapped && !likely(shorter.charAt(head), longer.charAt(head))) {
            similarity -= UNLIKELY;
        }
        return head > 0 ? similarity : similarity - 0.1f;
    }

    /** Edit distance, -1 if above 2; what both begin and end with need not be looked at. */
    private int edits(String shorter, String longer, int head) {
        int added = longer.length() - shorter.length();
        int tail = shorter.length();
        while (tail > head && shorter.charAt(tail - 1) == longer.charAt(tail - 1 + added)) {
            tail--;
        }
        int most = tail - head + added;
        if (most > 1 && shorter.length() < TWO_TYPOS) {
            return MANY;
        }
        return most <= 2 ? most : distance.apply(shorter.substring(head, tail), longer.substring(head, tail + added));
    }

    /** Whether two letters that stand for each other are vowels or neighbours on the keyboard. */
    private static boolean likely(char x, char y) {
        if ("AEIOUY".indexOf(x) >= 0 && "AEIOUY".indexOf(y) >= 0) {
            return true;
        }
        for (int row = 0; row < KEYS.length; row++) {
            int at = KEYS[row].indexOf(x);
            for (int other = Math.max(0, row - 1); at >= 0 && other < Math.min(KEYS.length, row + 2); other++) {
                int place = KEYS[other].indexOf(y);
                if (place >= 0 && Math.abs(place - at) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the first two letters that differ changed places and nothing else did. */
    private static boolean swapped(String a, String b, int head) {
        return a.length() == b.length()
                && head < a.length() - 1
                && a.charAt(head) == b.charAt(head + 1)
                && a.charAt(head + 1) == b.charAt(head)
                && a.regionMatches(head + 2, b, head + 2, a.length() - head - 2);
    }
}
