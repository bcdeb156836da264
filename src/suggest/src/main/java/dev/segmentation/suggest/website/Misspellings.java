package dev.segmentation.suggest.website;

import dev.segmentation.suggest.text.WordLikeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds which known words an unknown one may be a typo of, if any. Safe for use by many threads. */
final class Misspellings {
    /** Unknown words of fewer letters may be anything. */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 40;
    private static final int MOST = 12;

    private final List<List<String>> byLength = new ArrayList<>();
    private final List<int[]> letters = new ArrayList<>();

    Misspellings(Collection<String> words) {
        for (int i = 0; i <= LONGEST; i++) {
            byLength.add(new ArrayList<>());
        }
        for (String word : words) {
            if (word.length() >= SHORTEST - 1 && word.length() <= LONGEST) {
                byLength.get(word.length()).add(word);
            }
        }
        byLength.forEach(some ->
                letters.add(some.stream().mapToInt(Misspellings::letters).toArray()));
    }

    List<String> of(String word) {
        List<String> found = new ArrayList<>();
        if (word.length() < SHORTEST || word.length() >= LONGEST) {
            return found;
        }
        int own = letters(word);
        int typos = WordLikeness.typos(word.length());
        for (int length = word.length() - typos; length <= Math.min(LONGEST, word.length() + typos); length++) {
            List<String> words = byLength.get(length);
            int[] sets = letters.get(length);
            for (int i = 0; i < sets.length && found.size() < MOST; i++) {
                boolean possible = Integer.bitCount(sets[i] ^ own) <= 2 * typos;
                if (possible && WordLikeness.edits(word, words.get(i)) <= typos) {
                    found.add(words.get(i));
                }
            }
        }
        return found;
    }

    private static int letters(String word) {
        int set = 0;
        for (int i = 0; i < word.length(); i++) {
            set |= 1 << (word.charAt(i) & 31);
        }
        return set;
    }
}
