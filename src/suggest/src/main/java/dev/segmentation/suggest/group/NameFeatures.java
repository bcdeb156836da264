package dev.segmentation.suggest.group;

import java.util.Arrays;
import java.util.List;

/**
 * What the linear model sees of a name, as a sparse vector of hashed features: words, pairs of neighbours, the first and
 * the last word, and pieces of three to five letters, which carry over to words that were never seen.
 */
record NameFeatures(int[] index, float[] value) {
    static final int SIZE = 1 << 18;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MOST_WORDS = 24;
    private static final int LONGEST_WORD = 30;
    private static final float WORD = 1;
    private static final float PAIR = 0.8f;
    private static final float EDGE = 0.6f;
    private static final float PIECE = 0.35f;

    static NameFeatures of(List<String> allWords) {
        List<String> words = allWords.size() > MOST_WORDS ? allWords.subList(0, MOST_WORDS) : allWords;
        Collector collector = new Collector();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            collector.add('w', word, 0, word.length(), WORD);
            if (i > 0) {
                String pair = words.get(i - 1) + ' ' + word;
                collector.add('p', pair, 0, pair.length(), PAIR);
            }
            pieces(collector, word);
        }
        if (!words.isEmpty()) {
            String first = words.get(0);
            String last = words.get(words.size() - 1);
            collector.add('f', first, 0, first.length(), EDGE);
            collector.add('l', last, 0, last.length(), EDGE);
        }
        return collector.features();
    }

    private static void pieces(Collector collector, String word) {
        String padded = '<' + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word) + '>';
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = 0; start + length <= padded.length(); start++) {
                collector.add('c', padded, start, start + length, PIECE);
            }
        }
    }

    private static final class Collector {
        private long[] found = new long[128];
        private int size;

        void add(char kind, String text, int from, int to, float value) {
            int hash = kind * 0x9E3779B1;
            for (int i = from; i < to; i++) {
                hash = (hash ^ text.charAt(i)) * 0x01000193;
            }
            hash ^= hash >>> 15;
            hash *= 0x85EBCA6B;
            hash ^= hash >>> 13;
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = ((long) (hash & (SIZE - 1)) << 32) | Float.floatToRawIntBits(value) & 0xFFFFFFFFL;
        }

        NameFeatures features() {
            Arrays.sort(found, 0, size);
            int[] index = new int[size];
            float[] value = new float[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                int place = (int) (found[i] >>> 32);
                if (count == 0 || index[count - 1] != place) {
                    index[count] = place;
                    value[count++] = Float.intBitsToFloat((int) found[i]);
                }
            }
            double square = 0;
            for (int i = 0; i < count; i++) {
                square += value[i] * value[i];
            }
            float norm = (float) (1 / Math.sqrt(Math.max(square, 1e-9)));
            for (int i = 0; i < count; i++) {
                value[i] *= norm;
            }
            return new NameFeatures(Arrays.copyOf(index, count), Arrays.copyOf(value, count));
        }
    }
}
