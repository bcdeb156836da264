package dev.segmentation.rules;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.PhraseTrie;
import dev.segmentation.name.WordFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All terms and concepts of the rule sets, found in a name in one pass. Safe for use by many threads. */
final class Vocabulary {
    private final WordFold fold;
    private final PhraseTrie<TermRow> terms = new PhraseTrie<>();
    private final PhraseTrie<ConceptRow> concepts = new PhraseTrie<>();
    private final Map<String, List<String>> phrases = new ConcurrentHashMap<>();

    /** A word of a concept. */
    record ConceptRow(String concept, String text, List<String> words, TermMatch match, List<List<String>> unless) {}

    /** A term found: where in the words of the name it stands. */
    record Found(TermRow row, int start, int end) {
        boolean within(Found other) {
            return other.start <= start && end <= other.end && other.end - other.start > end - start;
        }
    }

    Vocabulary(WordFold fold, List<TermRow> termRows, List<ConceptRow> conceptRows) {
        this.fold = fold;
        termRows.forEach(row -> terms.add(row.words(), row));
        conceptRows.forEach(row -> concepts.add(row.words(), row));
    }

    /** A phrase of a rule, folded as names are. */
    List<String> phrase(String text) {
        return phrases.computeIfAbsent(text, fold::phrase);
    }

    /** The terms of a name; one that lies within a longer one is left out. */
    List<Found> terms(NameEvidence name) {
        List<Found> found = new ArrayList<>();
        List<String> words = name.words();
        for (int i = 0; i < words.size(); i++) {
            int start = i;
            terms.matchesAt(words, i, (row, length) -> {
                if (row.match().accepts(name.begins(), name.ends(), start, start + length)
                        && !vetoed(name, row.unless())) {
                    found.add(new Found(row, start, start + length));
                }
            });
        }
        if (found.size() > 1) {
            List<Found> all = List.copyOf(found);
            found.removeIf(f -> all.stream().anyMatch(f::within));
        }
        return found;
    }

    /** Puts the concepts of a name into the master. */
    void concepts(NameEvidence name, Master master) {
        List<String> words = name.words();
        for (int i = 0; i < words.size(); i++) {
            int start = i;
            concepts.matchesAt(words, i, (row, length) -> {
                if (row.match().accepts(name.begins(), name.ends(), start, start + length)
                        && !vetoed(name, row.unless())) {
                    master.found(row.concept(), row.text());
                }
            });
        }
    }

    private static boolean vetoed(NameEvidence name, List<List<String>> unless) {
        for (List<String> phrase : unless) {
            if (contains(name, phrase, TermMatch.WORDS)) {
                return true;
            }
        }
        return false;
    }

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
