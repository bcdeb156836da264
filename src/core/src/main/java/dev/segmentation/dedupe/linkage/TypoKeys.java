package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/**
 * What words share when any one letter of each is dropped, after the deletion neighbourhood of Bocek, Hunt and Stiller
 * (2007). Worked out once for all distinct words, so that a key that no second word has costs no name anything.
 *
 * @param starts by stem, where its keys begin; those of the next stem begin where they end
 * @param keys the keys, those of the first stem first
 */
record TypoKeys(int[] starts, long[] keys) {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;

    /** The lower bits of a packed key hold the stem. */
    private static final int STEM_BITS = 24;

    /** The keys that at least two words of a list have which are not the same word. */
    static TypoKeys of(Lexicon lexicon) {
        int stems = lexicon.stemCount;
        if (stems >= 1 << STEM_BITS) {
            throw new IllegalArgumentException("more than " + (1 << STEM_BITS) + " distinct words");
        }
        String[] texts = new String[stems];
        for (int word = 0; word < lexicon.texts.length; word++) {
            texts[lexicon.stems[word]] = lexicon.stemTexts[word];
        }
        long[] packed = Sorting.gathered(stems, (from, to) -> keys(texts, from, to));
        int kept = shared(packed);
        int[] starts = new int[stems + 1];
        for (int i = 0; i < kept; i++) {
            starts[stem(packed[i]) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        long[] keys = new long[kept];
        int[] next = starts.clone();
        for (int i = 0; i < kept; i++) {
            keys[next[stem(packed[i])]++] = packed[i] >>> STEM_BITS;
        }
        return new TypoKeys(starts, keys);
    }

    private static int stem(long packed) {
        return (int) packed & (1 << STEM_BITS) - 1;
    }

    private static long[] keys(String[] texts, int from, int to) {
        long[] packed = new long[(to - from) * (LONGEST + 1)];
        int size = 0;
        StringBuilder letters = new StringBuilder();
        for (int stem = from; stem < to; stem++) {
            String text = texts[stem];
            if (text.length() >= SHORTEST && text.length() <= LONGEST) {
                for (int dropped = -1; dropped < text.length(); dropped++) {
                    letters.setLength(0);
                    letters.append(text);
                    if (dropped >= 0) {
                        letters.deleteCharAt(dropped);
                    }
                    packed[size++] = Hashes.of(letters) >>> STEM_BITS + 1 << STEM_BITS | stem;
                }
            }
        }
        return Arrays.copyOf(packed, size);
    }

    /** Moves the keys of several words to the front, each once; returns how many. */
    private static int shared(long[] sorted) {
        int kept = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            int first = kept;
            sorted[kept++] = sorted[from];
            while (to < sorted.length && sorted[to] >>> STEM_BITS == sorted[from] >>> STEM_BITS) {
                if (sorted[to] != sorted[kept - 1]) {
                    sorted[kept++] = sorted[to];
                }
                to++;
            }
            kept = kept - first > 1 ? kept : first;
            from = to;
        }
        return kept;
    }
}
