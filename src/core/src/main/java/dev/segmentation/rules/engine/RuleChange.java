package dev.segmentation.rules.engine;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.Spelling;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.WordParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the tables of two sets of rules that decide alike say of words, as far as it differs. It tells for most names, from their
 * words alone, that both sets find the same in them; so an edit of a table costs the names that it is about. Never changes.
 *
 * @see RuleCatalog#since
 */
public final class RuleChange {
    private final boolean everywhere;
    private final boolean nowhere;
    private final Set<String> firstWords = new HashSet<>();
    private final WordParts parts = new WordParts();
    private final Spelling spelling;

    /** From one set to another that {@link RuleCatalog#hasSameRules has the same rules}. */
    RuleChange(RuleWords former, RuleWords now, boolean sameOrganisations) {
        Set<TermRow> terms = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<ConceptRow> concepts = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean termsMoved = moved(former.terms(), now.terms(), TermRow::anywhere, terms);
        boolean conceptsMoved = moved(former.concepts(), now.concepts(), ConceptRow::anywhere, concepts);
        everywhere = !sameOrganisations || termsMoved || conceptsMoved;
        Set<String> words = new HashSet<>();
        terms.forEach(row -> add(row, words));
        concepts.forEach(row -> add(row, words));
        words.removeIf(
                word -> former.vocabulary().knows(word) == now.vocabulary().knows(word));
        former.trueWords().stream()
                .filter(word -> !now.trueWords().contains(word))
                .forEach(words::add);
        now.trueWords().stream()
                .filter(word -> !former.trueWords().contains(word))
                .forEach(words::add);
        spelling = new Spelling(words, word -> false);
        nowhere = !everywhere && words.isEmpty() && firstWords.isEmpty() && parts.isEmpty();
    }

    /**
     * Compares the rows of a table with those that it had. Rows that are the same objects are compared no further, so that it costs
     * little where a few of many changed.
     *
     * @param anywhere the row as if it stood elsewhere in its file: one that others above it only pushed down is the same
     * @param other receives the rows that only one of both has
     * @return whether those that both have stand in another order
     */
    private static <R> boolean moved(List<R> former, List<R> now, UnaryOperator<R> anywhere, Set<R> other) {
        if (former == now) {
            return false;
        }
        other.addAll(former);
        Map<R, R> same = new IdentityHashMap<>();
        List<R> fresh = new ArrayList<>();
        for (R row : now) {
            if (other.remove(row)) {
                same.put(row, row);
            } else {
                fresh.add(row);
            }
        }
        Map<R, R> left = new HashMap<>();
        other.forEach(row -> left.put(anywhere.apply(row), row));
        for (R row : fresh) {
            R pushed = left.remove(anywhere.apply(row));
            if (pushed == null) {
                other.add(row);
            } else {
                other.remove(pushed);
                same.put(row, pushed);
            }
        }
        Iterator<R> before = former.stream().filter(row -> !other.contains(row)).iterator();
        Iterator<R> after = now.stream().map(same::get).filter(Objects::nonNull).iterator();
        while (before.hasNext()) {
            if (before.next() != after.next()) {
                return true;
            }
        }
        return false;
    }

    private void add(Phrase row, Set<String> words) {
        if (row.match().withinWord()) {
            parts.add(row);
        } else {
            firstWords.add(row.words().get(0));
            words.addAll(row.words());
        }
        row.unless().words().forEach(words::addAll);
    }

    /** Whether both sets surely find the same in the names of that verdict of the former one. */
    public boolean doesNotAffect(Verdict verdict) {
        return nowhere || !everywhere && verdict.found().stream().noneMatch(name -> mayConcern(name.reading()));
    }

    /** Words that were read otherwise count as they were written and as they were read. */
    private boolean mayConcern(Reading reading) {
        return mayConcern(reading.name()) || reading.written() != reading.name() && mayConcern(reading.written());
    }

    private boolean mayConcern(NameEvidence name) {
        for (String word : name.words()) {
            if (firstWords.contains(word) || spelling.concerns(word) || parts.partOf(word)) {
                return true;
            }
        }
        return false;
    }
}
