package dev.segmentation.dedupe.linkage;

import dev.segmentation.name.NameTables;
import dev.segmentation.name.WordFold;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct words of a list, numbered, with what is known of each in arrays: how rare it is in this very list, mixed
 * with a background so that a short list does not take SERVICES for a rare word.
 */
final class Lexicon {
    /** Natural log of one over the share of names; no word says more than one that is this rare. */
    static final float MAX_WEIGHT = 9;

    private static final float MIN_WEIGHT = 0.2f;
    /** A list of a few names tells little about what is rare. */
    private static final int FEWEST_NAMES = 1000;

    private static final int SHORT_NUMBER = 5;
    private static final int SHORTEST_GLUED = 4;
    private static final int SHORTEST_REST = 3;
    private static final int LONGEST_HEAD = 12;
    private static final List<String> GLUED_FORMS = List.of("LIMITED", "LTD", "INC", "LLC");

    private final NameTables tables;
    private final Map<String, Integer> ids;
    private final int[] frequencies;
    private final NameTables.Contrast[] contrasts;
    private final boolean[] ambiguous;

    /** The words. */
    final String[] texts;
    /** The words without plural and umlauts. */
    final String[] stemTexts;
    /** Numbers of the stems: equal for the singular and the plural, and for MUELLER and MULLER. */
    final int[] stems;
    /** How many stems there are. */
    final int stemCount;

    final float[] weights;
    /** One bit for each letter that occurs; two words one edit apart differ in two bits at most. */
    final int[] masks;
    /** The first letter, the number of letters, at most 127, and the flags of the stems, as in {@link NameSet#SHAPE}. */
    final int[] shapes;
    /** The values of numbers, ordinals and roman numerals, -1 for other words. */
    final int[] numbers;
    /** Numbers of the kinds of institution that words tell, such as CHURCH; 0 for other words. */
    final byte[] kinds;

    final long[] hashes;
    /** Equal for words that sound alike. */
    final long[] sounds;
    /** Whether a digit stands in the word. */
    final boolean[] digits;
    /** Whether it is a word that several names have, here or in the background. */
    final boolean[] known;

    /**
     * Works out what is known of each word.
     *
     * @param ids the numbers of the words, from 0 in this order
     * @param counts by number, how many names hold a word
     * @param names how many names there are
     */
    Lexicon(NameTables tables, LinkedHashMap<String, Integer> ids, int[] counts, int names, DedupeModel background) {
        this.tables = tables;
        this.ids = ids;
        int size = ids.size();
        texts = ids.keySet().toArray(String[]::new);
        stemTexts = new String[size];
        frequencies = new int[size];
        stems = new int[size];
        Map<String, Integer> stemIds = new HashMap<>();
        double[] stemCounts = new double[size];
        for (int id = 0; id < size; id++) {
            stemTexts[id] = stem(texts[id]);
            stems[id] = stemIds.computeIfAbsent(stemTexts[id], s -> stemIds.size());
            stemCounts[stems[id]] += counts[id] + background.wordCount(texts[id]);
            frequencies[stems[id]] += counts[id];
        }
        stemCount = stemIds.size();
        weights = new float[size];
        masks = new int[size];
        shapes = new int[size];
        numbers = new int[size];
        hashes = new long[size];
        sounds = new long[size];
        kinds = new byte[size];
        contrasts = new NameTables.Contrast[size];
        ambiguous = new boolean[size];
        digits = new boolean[size];
        known = new boolean[size];
        double total = Math.max(FEWEST_NAMES, names + background.namesCounted());
        for (int id = 0; id < size; id++) {
            describe(id);
            known[id] = frequencies[stems[id]] > 1 || background.wordCount(texts[id]) > 0;
            double count = Math.max(1, stemCounts[stems[id]]);
            weights[id] = (float) Math.max(MIN_WEIGHT, Math.min(MAX_WEIGHT, Math.log(total / count)));
            if (numbers[id] >= 0) {
                weights[id] *= texts[id].length() >= SHORT_NUMBER ? 0.4f : 0.8f;
            }
        }
    }

    private void describe(int id) {
        String word = texts[id];
        String stem = stemTexts[id];
        numbers[id] = tables.number(word);
        kinds[id] = (byte) tables.kind(word);
        contrasts[id] = tables.contrast(word);
        ambiguous[id] = tables.ambiguous(word);
        for (int i = 0; i < stem.length(); i++) {
            masks[id] |= 1 << (stem.charAt(i) & 31);
            digits[id] |= stem.charAt(i) >= '0' && stem.charAt(i) <= '9';
        }
        shapes[id] = stem.charAt(0) << 16
                | Math.min(Byte.MAX_VALUE, stem.length()) << 8
                | (tables.groupWord(word) ? NameSet.GROUP : 0)
                | (kinds[id] > 0 ? NameSet.KIND : 0)
                | (contrasts[id] != null ? NameSet.CONTRAST : 0)
                | (ambiguous[id] || numbers[id] >= 0 ? NameSet.SPECIAL : 0);
        hashes[id] = Hashes.of(stem);
        sounds[id] = Hashes.sound(stem);
    }

    /** Without plural, umlauts as one letter, and without a legal form that stuck to it: CANADAINC is CANADA. */
    private String stem(String word) {
        for (String form : GLUED_FORMS) {
            int length = word.length() - form.length();
            if (length >= SHORTEST_GLUED && word.endsWith(form) && ids.containsKey(word.substring(0, length))) {
                return stem(word.substring(0, length));
            }
        }
        String plain = WordFold.singular(word);
        String before;
        do {
            before = plain;
            plain = plain.replace("AE", "A").replace("OE", "O").replace("UE", "U");
        } while (!plain.equals(before));
        return plain;
    }

    /** How many names hold the word, its plural or another spelling. */
    int frequency(int id) {
        return frequencies[stems[id]];
    }

    /** Whether two words in a row have the letters of a third. */
    boolean glued(int first, int second, int whole) {
        if (masks[first] != (masks[first] & masks[whole])) {
            return false;
        }
        String text = texts[whole];
        int head = texts[first].length();
        return text.length() == head + texts[second].length()
                && text.startsWith(texts[first])
                && text.endsWith(texts[second]);
    }

    /** Whether the one may be short for the other: ST for SAINT. */
    boolean either(int a, int b) {
        return (ambiguous[a] || ambiguous[b]) && tables.either(texts[a], texts[b]);
    }

    /** Whether one word excludes the other: NORTH and SOUTH. */
    boolean exclude(int a, int b) {
        return exclude(contrasts[a], contrasts[b]);
    }

    private static boolean exclude(NameTables.Contrast a, NameTables.Contrast b) {
        return a != null && b != null && a.excludes(b);
    }

    /** Whether two words differ in a beginning that excludes the other's: NORTHFIELD and SOUTHFIELD. */
    boolean excludeAtBeginning(int a, int b) {
        String x = texts[a];
        String y = texts[b];
        int same = 0;
        while (same < Math.min(x.length(), y.length())
                && x.charAt(x.length() - 1 - same) == y.charAt(y.length() - 1 - same)) {
            same++;
        }
        int longest = Math.max(x.length(), y.length());
        boolean found = false;
        for (int cut = same; !found && cut >= SHORTEST_REST && longest - cut <= LONGEST_HEAD; cut--) {
            found = exclude(
                    tables.contrast(x.substring(0, x.length() - cut)),
                    tables.contrast(y.substring(0, y.length() - cut)));
        }
        return found;
    }
}
