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
    private String[] texts;
    private String[] stemTexts;
    private final NameTables tables;
    private int[] counts = new int[1024];
    private int[] frequencies;
    private boolean[] groupWords;
    private float[] weights;
    private int[] masks;
    private int[] stems;
    private byte[] lengths;
    private char[] firsts;
    private int[] numbers;
    private long[] hashes;
    private long[] sounds;
    private int stemCount;
    private byte[] kinds;
    private NameTables.Contrast[] contrasts;
    private boolean[] either;
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
        int id = words.size();
        if (id == counts.length) {
            counts = Arrays.copyOf(counts, id * 2);
        }
        words.add(word);
        ids.put(word, id);
        return id;
    }

    /** Works out what is known of each word; call it once, when all words are counted. */
    void seal(int names, WordCounts background) {
        int size = words.size();
        texts = words.toArray(String[]::new);
        stemTexts = new String[size];
        frequencies = new int[size];
        groupWords = new boolean[size];
        weights = new float[size];
        masks = new int[size];
        stems = new int[size];
        lengths = new byte[size];
        firsts = new char[size];
        numbers = new int[size];
        hashes = new long[size];
        sounds = new long[size];
        kinds = new byte[size];
        contrasts = new NameTables.Contrast[size];
        either = new boolean[size];
        digits = new boolean[size];
        known = new boolean[size];
        Map<String, Integer> stemIds = new HashMap<>();
        double[] stemCounts = new double[size];
        for (int id = 0; id < size; id++) {
            String stem = stem(words.get(id));
            stems[id] = stemIds.computeIfAbsent(stem, s -> stemIds.size());
            stemTexts[id] = stem;
            stemCounts[stems[id]] += counts[id] + background.count(words.get(id));
            frequencies[stems[id]] += counts[id];
        }
        double total = Math.max(FEWEST_NAMES, names + background.names());
        for (int id = 0; id < size; id++) {
            String word = words.get(id);
            numbers[id] = tables.number(word);
            double count = Math.max(1, stemCounts[stems[id]]);
            weights[id] = (float) Math.max(MIN_WEIGHT, Math.min(MAX_WEIGHT, Math.log(total / count)));
            if (numbers[id] >= 0) {
                weights[id] *= word.length() >= SHORT_NUMBER ? 0.4f : 0.8f;
            }
            masks[id] = mask(stemTexts[id]);
            lengths[id] = (byte) Math.min(Byte.MAX_VALUE, stemTexts[id].length());
            firsts[id] = stemTexts[id].charAt(0);
            contrasts[id] = tables.contrast(word);
            kinds[id] = (byte) tables.kind(word);
            groupWords[id] = tables.groupWord(word);
            either[id] = tables.ambiguous(word);
            digits[id] = stemTexts[id].chars().anyMatch(c -> c >= '0' && c <= '9');
            known[id] = frequencies[stems[id]] > 1 || background.count(word) > 0;
            hashes[id] = Hashes.of(stemTexts[id]);
            sounds[id] = Hashes.sound(stemTexts[id]);
        }
        stemCount = stemIds.size();
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

    /** One bit for each letter that occurs; two words one edit apart differ in two bits at most. */
    private static int mask(String word) {
        int mask = 0;
        for (int i = 0; i < word.length(); i++) {
            mask |= 1 << (word.charAt(i) & 31);
        }
        return mask;
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

    /** Whether it is a word such as HOLDINGS. */
    boolean groupWord(int id) {
        return groupWords[id];
    }

    public float weight(int id) {
        return weights[id];
    }

    /** Letters of the word without plural and umlauts, at most 127. */
    int length(int id) {
        return lengths[id];
    }

    char first(int id) {
        return firsts[id];
    }

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

    /** Whether tables or its value may make the word equal to one that looks quite different. */
    boolean special(int id) {
        return either[id] || numbers[id] >= 0;
    }

    /** Whether a digit stands in the word. */
    boolean hasDigit(int id) {
        return digits[id];
    }

    /** Whether the one may be short for the other: ST for SAINT. */
    boolean either(int a, int b) {
        return (either[a] || either[b]) && tables.either(texts[a], texts[b]);
    }

    /** Whether one word excludes the other: NORTH and SOUTH. */
    boolean exclude(int a, int b) {
        NameTables.Contrast x = contrasts[a];
        NameTables.Contrast y = contrasts[b];
        return x != null && y != null && x.excludes(y);
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
        for (int cut = same; cut >= SHORTEST_REST && longest - cut <= LONGEST_HEAD; cut--) {
            NameTables.Contrast left = tables.contrast(x.substring(0, x.length() - cut));
            NameTables.Contrast right = tables.contrast(y.substring(0, y.length() - cut));
            if (left != null && right != null && left.excludes(right)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a word that several names have, here or in the background. */
    boolean known(int id) {
        return known[id];
    }

    /** Whether the word excludes some others. */
    boolean contrasts(int id) {
        return contrasts[id] != null;
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
