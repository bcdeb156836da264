package dev.segmentation.rules.table;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.PhraseTrie;
import dev.segmentation.name.WordFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** All terms and concepts of the rule sets, found in a name in one pass. Safe for use by many threads. */
public final class Vocabulary {
    private final WordFold fold;
    private final PhraseTrie<Phrase> phrases = new PhraseTrie<>();
    private final WordParts parts = new WordParts();
    private final Predicate<String> trueWord;
    private final Spelling spelling;

    /** The vetoes of a row by their first word; rows with equal cells share one object, which is the key. */
    private final Map<Unless, Map<String, List<List<String>>>> vetoes = new IdentityHashMap<>();

    private final Map<String, List<String>> ofRules = new ConcurrentHashMap<>();

    /**
     * A phrase found.
     *
     * @param start position of its first word in the name
     * @param end position behind its last word
     */
    public record Found(Phrase phrase, int start, int end) {
        boolean within(Found other) {
            return other.start <= start && end <= other.end && other.end - other.start > end - start;
        }
    }

    /** The terms and concepts that count in one name. */
    public record Hits(List<Found> terms, List<ConceptRow> concepts) {}

    /**
     * A vocabulary.
     *
     * @param trueWord whether a word is none that was misspelt, though no table of words has it
     */
    public Vocabulary(WordFold fold, List<TermRow> terms, List<ConceptRow> concepts, Predicate<String> trueWord) {
        this.fold = fold;
        this.trueWord = trueWord;
        Set<String> words = new HashSet<>();
        terms.forEach(row -> add(row, words));
        concepts.forEach(row -> add(row, words));
        spelling = new Spelling(words, trueWord);
    }

    /** One of other terms and concepts, in which the same words are none that were misspelt. */
    Vocabulary of(List<TermRow> terms, List<ConceptRow> concepts) {
        return new Vocabulary(fold, terms, concepts, trueWord);
    }

    private void add(Phrase row, Set<String> words) {
        if (row.match().withinWord()) {
            parts.add(row);
        } else {
            phrases.add(row.words(), row);
            words.addAll(row.words());
        }
        if (!vetoes.containsKey(row.unless())) {
            List<List<String>> unless = row.unless().words();
            unless.forEach(words::addAll);
            vetoes.put(row.unless(), byFirst(unless));
        }
    }

    /** A phrase of a rule, folded as names are. */
    public List<String> phrase(String text) {
        return ofRules.computeIfAbsent(text, fold::phrase);
    }

    /** Whether the word stands in a term, a concept or a veto as a whole word. */
    public boolean knows(String word) {
        return spelling.knows(word);
    }

    /** The name with its typos mended; this is what the other methods want. */
    public Reading read(NameEvidence name) {
        return spelling.read(name);
    }

    /** The terms and concepts of a name; a term that lies within a longer one is left out. */
    public Hits find(NameEvidence name) {
        return find(name, (found, why) -> {});
    }

    /**
     * As {@link #find(NameEvidence)}, and tells what was found and does not count.
     *
     * @param objections receives such a phrase, and why: a clause such as {@code vetoed by TOWER}
     */
    public Hits find(NameEvidence name, BiConsumer<Found, String> objections) {
        List<Found> terms = new ArrayList<>(4);
        List<ConceptRow> concepts = new ArrayList<>(4);
        List<String> words = name.words();
        for (int i = 0; i < words.size(); i++) {
            int start = i;
            phrases.matchesAt(
                    words,
                    i,
                    (phrase, length) ->
                            sort(new Found(phrase, start, start + length), name, terms, concepts, objections));
            if (!parts.isEmpty() && spelling.unknown(words.get(i))) {
                parts.matches(
                        words.get(i),
                        phrase -> sort(new Found(phrase, start, start + 1), name, terms, concepts, objections));
            }
        }
        if (terms.size() > 1) {
            withoutParts(terms, objections);
        }
        return new Hits(terms, concepts);
    }

    /** Puts a phrase where it belongs: a term or concept that counts, or one that does not and why. */
    private void sort(
            Found found,
            NameEvidence name,
            List<Found> terms,
            List<ConceptRow> concepts,
            BiConsumer<Found, String> objections) {
        Phrase phrase = found.phrase();
        List<String> veto = veto(name, phrase);
        if (!phrase.match().accepts(name.begins(), name.ends(), found.start(), found.end())) {
            objections.accept(found, phrase.match().elsewhere());
        } else if (veto != null) {
            objections.accept(
                    found,
                    "vetoed by " + String.join(" ", veto) + phrase.unless().from(veto));
        } else if (phrase instanceof ConceptRow concept) {
            concepts.add(concept);
        } else {
            terms.add(found);
        }
    }

    private static void withoutParts(List<Found> terms, BiConsumer<Found, String> objections) {
        List<Found> all = List.copyOf(terms);
        terms.removeIf(found -> {
            for (Found other : all) {
                if (found.within(other)) {
                    objections.accept(found, "part of " + other.phrase().text());
                    return true;
                }
            }
            return false;
        });
    }

    /** The words that veto a phrase in that name, {@code null} if none do. */
    private List<String> veto(NameEvidence name, Phrase phrase) {
        Map<String, List<List<String>>> byFirst = vetoes.get(phrase.unless());
        if (byFirst.isEmpty()) {
            return null;
        }
        List<String> words = name.words();
        for (int i = 0; i < words.size(); i++) {
            for (List<String> veto : byFirst.getOrDefault(words.get(i), List.of())) {
                int end = i + veto.size();
                if (veto.size() == 1
                        || end <= words.size() && words.subList(i, end).equals(veto)) {
                    return veto;
                }
            }
        }
        return null;
    }

    private static Map<String, List<List<String>>> byFirst(List<List<String>> unless) {
        Map<String, List<List<String>>> byFirst = new HashMap<>();
        unless.forEach(phrase -> byFirst.computeIfAbsent(phrase.get(0), first -> new ArrayList<>(1))
                .add(phrase));
        return byFirst;
    }

    /** Whether these folded words stand in the name, in sequence and where {@code match} asks for them. */
    public static boolean contains(NameEvidence name, List<String> phrase, TermMatch match) {
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
