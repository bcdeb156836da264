package dev.segmentation.evaluate.mining;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.NameTables;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The phrases of up to three words in a name, and which of them may tell a trade. */
final class NamePhrases {
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;

    private final NameTables tables;

    /**
     * A phrase in a name.
     *
     * @param words its words, folded
     * @param begins whether the name begins with it
     * @param ends whether the name ends with it, a legal form not counted
     */
    record Placed(List<String> words, boolean begins, boolean ends) {}

    NamePhrases(NameTables tables) {
        this.tables = tables;
    }

    /** All phrases of a name. */
    static void all(NameEvidence name, Consumer<Placed> phrases) {
        each(name, new BitSet(), phrases);
    }

    /** Those that may tell a trade: no names of people and places, no legal forms, no numbers. */
    void telling(NameEvidence name, Consumer<Placed> phrases) {
        if (!name.name().person() && !name.name().anonymous()) {
            each(name, silent(name), phrase -> {
                List<String> words = phrase.words();
                boolean bare =
                        words.size() == 1 && (words.get(0).length() < SHORTEST_WORD || tables.groupWord(words.get(0)));
                if (!bare && !tables.stopWord(words.get(0)) && !tables.stopWord(words.get(words.size() - 1))) {
                    phrases.accept(phrase);
                }
            });
        }
    }

    private static void each(NameEvidence name, BitSet without, Consumer<Placed> phrases) {
        List<String> words = name.words();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST); end++) {
                int bad = without.nextSetBit(start);
                if (bad >= 0 && bad < end || end - 1 > start && name.begins().contains(end - 1)) {
                    break;
                }
                phrases.accept(new Placed(
                        words.subList(start, end),
                        name.begins().contains(start),
                        name.ends().contains(end)));
            }
        }
    }

    /** Positions of words that no phrase may hold. */
    private BitSet silent(NameEvidence name) {
        List<String> words = name.words();
        Set<String> form = new HashSet<>(tables.fold().phrase(name.name().legalForm()));
        BitSet silent = tables.placesIn(words);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean letters = word.chars().allMatch(Character::isLetter);
            if (!letters
                    || word.length() == 1
                    || form.contains(word)
                    || tables.legalFormClass(word) != 0
                    || tables.properName(word)) {
                silent.set(i);
            }
        }
        return silent;
    }
}
