package dev.segmentation.rules;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.PhraseTrie;
import dev.segmentation.name.WordFold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All terms and concepts of the rule sets, found in a name in one pass. Safe for use by many threads. */
final class Vocabulary {
    private final WordFold fold;
    private final PhraseTrie<Phrase> phrases = new PhraseTrie<>();
    private final Spelling spelling;
    private final Map<String, List<String>> ofRules = new ConcurrentHashMap<>();

    /**
     * A phrase found.
     *
     * @param phrase the row
     * @param start position of its first word in the name
     * @param end position behind its last word
     */
    record Found(Phrase phrase, int start, int end) {
        boolean within(Found other) {
            return other.start <= start && end <= other.end && other.end - other.start > end - start;
        }
    }

    /** The terms and concepts that count in one name. */
    record Hits(List<Found> terms, List<ConceptRow> concepts) {}

    /** Is told of phrases that stand in a name and do not count. */
    interface Objections {
        /** That phrase does not count; {@code why} is a clause such as {@code vetoed by TOWER}. */
        void add(Found found, String why);
    }

    private static final Objections UNHEARD = (found, why) -> {};

    /**
     * A vocabulary.
     *
     * @param fold how words of tables are folded
     * @param terms the terms of all groups
     * @param concepts the words that rules combine
     * @param trueWord whether a word is none that was misspelt, though no table of words has it
     */
    Vocabulary(WordFold fold, List<TermRow> terms, List<ConceptRow> concepts, Predicate<String> trueWord) {
        this.fold = fold;
        Set<String> words = new HashSet<>();
        terms.forEach(row -> add(row, words));
        concepts.forEach(row -> add(row, words));
        spelling = new Spelling(words, trueWord);
    }

    private void add(Phrase row, Set<String> words) {
        phrases.add(row.words(), row);
        words.addAll(row.words());
        row.unless().forEach(words::addAll);
    }

    /** A phrase of a rule, folded as names are. */
    List<String> phrase(String text) {
        return ofRules.computeIfAbsent(text, fold::phrase);
    }

    /** The name with its slips of the pen mended; this is what the other methods want. */
    Reading read(NameEvidence name) {
        return spelling.read(name);
    }

    /** The terms and concepts of a name; a term that lies within a longer one is left out. */
    Hits find(NameEvidence name) {
        return find(name, UNHEARD);
    }

    /** As {@link #find(NameEvidence)}, and tells what was found and does not count. */
    Hits find(NameEvidence name, Objections objections) {
        List<Found> terms = new ArrayList<>(4);
        List<ConceptRow> concepts = new ArrayList<>(4);
        List<String> words = name.words();
        for (int i = 0; i < words.size(); i++) {
            int start = i;
            phrases.matchesAt(words, i, (phrase, length) -> {
                Found found = new Found(phrase, start, start + length);
                List<String> veto = veto(name, phrase);
                if (!phrase.match().accepts(name.begins(), name.ends(), start, start + length)) {
                    objections.add(found, phrase.match().elsewhere());
                } else if (veto != null) {
                    objections.add(found, "vetoed by " + String.join(" ", veto));
                } else if (phrase instanceof ConceptRow concept) {
                    concepts.add(concept);
                } else {
                    terms.add(found);
                }
            });
        }
        if (terms.size() > 1) {
            withoutParts(terms, objections);
        }
        return new Hits(terms, concepts);
    }

    private static void withoutParts(List<Found> terms, Objections objections) {
        List<Found> all = List.copyOf(terms);
        terms.removeIf(found -> {
            for (Found other : all) {
                if (found.within(other)) {
                    objections.add(found, "part of " + other.phrase().text());
                    return true;
                }
            }
            return false;
        });
    }

    private static List<String> veto(NameEvidence name, Phrase phrase) {
        List<List<String>> unless = phrase.unless();
        for (int i = 0; i < unless.size(); i++) {
            if (contains(name, unless.get(i), TermMatch.WORDS)) {
                return unless.get(i);
            }
        }
        return null;
    }

    /** Whether these folded words stand in the name, in sequence and where {@code match} asks for them. */
    static boolean contains(NameEvidence name, List<String> phrase, TermMatch match) {
        List<String> words = name.words();
        int n = phrase.size();
        for (int i = 0; i + n <= words.size() && n > 0; i++) {
            if (words.get(i).equals(phrase.get(0))
                    && match.accepts(name.begins(), name.ends(), i, i + n)
                    && words.subList(i, i + n).equals(phrase)) {
                return true;
            }
        }
        return false;
    }
}
