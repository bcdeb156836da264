package dev.segmentation.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Phrases that are the beginning or the end of a longer word: BIO in {@code BIOREM}, PHARMA in {@code NOXOPHARMA}. Coined
 * company names tell their trade in this way.
 */
public final class WordParts {
    /** Shorter parts stand in too many words by chance. */
    static final int SHORTEST = 3;

    /** The rest of the word; with less of it the part is the word itself, in another form. */
    private static final int REST = 2;

    private final Map<String, List<Phrase>> starts = new HashMap<>();
    private final Map<String, List<Phrase>> ends = new HashMap<>();
    private int longest;

    public void add(Phrase phrase) {
        String part = phrase.words().get(0);
        (phrase.match() == TermMatch.WORD_START ? starts : ends)
                .computeIfAbsent(part, p -> new ArrayList<>(1))
                .add(phrase);
        longest = Math.max(longest, part.length());
    }

    /** Reports every phrase that the word begins or ends with. */
    void matches(String word, Consumer<Phrase> found) {
        int most = Math.min(longest, word.length() - REST);
        for (int n = SHORTEST; n <= most; n++) {
            starts.getOrDefault(word.substring(0, n), List.of()).forEach(found);
            ends.getOrDefault(word.substring(word.length() - n), List.of()).forEach(found);
        }
    }

    /** Whether the word begins or ends with any of them. */
    public boolean partOf(String word) {
        boolean[] any = {false};
        matches(word, phrase -> any[0] = true);
        return any[0];
    }

    public boolean isEmpty() {
        return longest == 0;
    }
}
