package dev.segmentation.rules;

import dev.segmentation.name.NameEvidence;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the tables of two sets of rules that decide alike say of words, as far as it differs. It tells for most names, from their
 * words alone, that both sets find the same in them; so an edit of a table costs the names that it is about. Never changes.
 *
 * @see RuleCatalog#since
 */
public final class RuleChange {
    private final boolean everywhere;
    private final Set<String> firstWords = new HashSet<>();
    private final WordParts parts = new WordParts();
    private final Spelling spelling;

    /** Of two sets of which nothing else is known. */
    private RuleChange() {
        everywhere = true;
        spelling = new Spelling(Set.of(), word -> false);
    }

    private RuleChange(RuleWords former, RuleWords now) {
        Rows<TermRow> terms = new Rows<>(former.terms(), now.terms());
        Rows<ConceptRow> concepts = new Rows<>(former.concepts(), now.concepts());
        everywhere = terms.moved || concepts.moved;
        Set<String> words = new HashSet<>();
        terms.other.forEach(row -> add(row, words));
        concepts.other.forEach(row -> add(row, words));
        words.removeIf(
                word -> former.vocabulary().knows(word) == now.vocabulary().knows(word));
        words.addAll(onlyOne(former.trueWords(), now.trueWords()));
        spelling = new Spelling(words, word -> false);
    }

    /** From one set to another that {@link RuleCatalog#decidesLike} it. */
    static RuleChange of(RuleWords former, RuleWords now, boolean sameOrganisations) {
        return sameOrganisations ? new RuleChange(former, now) : new RuleChange();
    }

    private void add(Phrase row, Set<String> words) {
        if (row.match().withinWord()) {
            parts.add(row);
        } else {
            firstWords.add(row.words().get(0));
            words.addAll(row.words());
        }
        row.unless().forEach(words::addAll);
    }

    private static Set<String> onlyOne(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        all.removeIf(word -> some.contains(word) && others.contains(word));
        return all;
    }

    /** The rows that only one of two tables has, and whether those of both stand in another order in them. */
    private static final class Rows<R> {
        private final Set<R> other = Collections.newSetFromMap(new IdentityHashMap<>());
        private final boolean moved;

        /** Equal rows are the same objects, or count as different ones. */
        Rows(List<R> former, List<R> now) {
            Set<R> both = Collections.newSetFromMap(new IdentityHashMap<>());
            if (former != now) {
                other.addAll(former);
                now.forEach(row -> (other.remove(row) ? both : other).add(row));
            }
            Iterator<R> before = former.stream().filter(both::contains).iterator();
            Iterator<R> after = now.stream().filter(both::contains).iterator();
            boolean same = true;
            while (same && before.hasNext() && after.hasNext()) {
                same = before.next() == after.next();
            }
            moved = !same || before.hasNext() || after.hasNext();
        }
    }

    /** Whether both sets surely find the same in the names of that verdict of the former one. */
    public boolean leaves(Verdict verdict) {
        return !everywhere && verdict.found().stream().noneMatch(name -> mayConcern(name.reading()));
    }

    /** Words that were read otherwise count as they were written and as they were read. */
    private boolean mayConcern(Reading reading) {
        return mayConcern(reading.name()) || reading.written() != reading.name() && mayConcern(reading.written());
    }

    private boolean mayConcern(NameEvidence name) {
        for (String word : name.words()) {
            if (firstWords.contains(word) || spelling.concerns(word) || !parts.isEmpty() && parts.partOf(word)) {
                return true;
            }
        }
        return false;
    }
}
