package dev.segmentation.dedupe.linkage;

import dev.segmentation.name.NameTables;
import dev.segmentation.name.WordFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct words of a list, numbered, with what is known of each in arrays: how rare it is in this very list, mixed
 * with a background so that a short list does not take SERVICES for a rare word.
 */
public final class Lexicon {
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

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final NameTables tables;
    private int[] counts = new int[1024];
    private String[] texts;
    private String[] stemTexts;
    private int[] frequencies;
    private float[] weights;
    private int[] masks;
    private int[] stems;
    private int[] shapes;
    private int[] numbers;
    private long[] hashes;
    private long[] sounds;
    private int stemCount;
    private byte[] kinds;
    private NameTables.Contrast[] contrasts;
    private boolean[] ambiguous;
    private boolean[] digits;
    private boolean[] known;

    Lexicon(NameTables tables) {
        this.tables = tables;
    }

    /** The number of a word, which is counted once more. */
    int count(String word) {
        int id = id(word);
        counts[id]++;
        return id;
    }

    /** The number of a word. */
    int id(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        ids.put(word, words.size());
        words.add(word);
        if (words.size() > counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        return words.size() - 1;
    }

    /** Works out what is known of each word; call it once, when all words are counted. */
    void seal(int names, DedupeModel background) {
        int size = words.size();
        texts = words.toArray(String[]::new);
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

    String word(int id) {
        return texts[id];
    }

    /** How many names hold the word, its plural or another spelling. */
    int frequency(int id) {
        return frequencies[stems[id]];
    }

    /** The word without plural and umlauts. */
    String stemText(int id) {
        return stemTexts[id];
    }

    public float weight(int id) {
        return weights[id];
    }

    /** The first letter, the number of letters, at most 127, and the flags of the stem, as in {@link NameSet#SHAPE}. */
    int shape(int id) {
        return shapes[id];
    }

    /** One bit for each letter that occurs; two words one edit apart differ in two bits at most. */
    int mask(int id) {
        return masks[id];
    }

    /** Equal for the singular and the plural, and for MUELLER and MULLER. */
    public int stem(int id) {
        return stems[id];
    }

    /** The value of a number, an ordinal or a roman numeral, -1 if the word is none. */
    int number(int id) {
        return numbers[id];
    }

    /** Number of the kind of institution the word tells, such as CHURCH; 0 if none. */
    int kind(int id) {
        return kinds[id];
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

    /** Whether a digit stands in the word. */
    boolean hasDigit(int id) {
        return digits[id];
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

    /** Whether it is a word that several names have, here or in the background. */
    boolean known(int id) {
        return known[id];
    }

    long hash(int id) {
        return hashes[id];
    }

    /** Equal for words that sound alike. */
    long sound(int id) {
        return sounds[id];
    }

    /** How many words there are. */
    int size() {
        return texts.length;
    }

    /** How many there are if a word and its plural count once. */
    int stems() {
        return stemCount;
    }
}
