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
import java.util.HashSet;
import java.util.Set;

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

    /** From one set to another that {@link RuleCatalog#decidesLike} it. */
    RuleChange(RuleWords former, RuleWords now, boolean sameOrganisations) {
        RowChange<TermRow> terms = new RowChange<>(former.terms(), now.terms(), TermRow::anywhere);
        RowChange<ConceptRow> concepts = new RowChange<>(former.concepts(), now.concepts(), ConceptRow::anywhere);
        everywhere = !sameOrganisations || terms.moved() || concepts.moved();
        Set<String> words = new HashSet<>();
        terms.other().forEach(row -> add(row, words));
        concepts.other().forEach(row -> add(row, words));
        words.removeIf(
                word -> former.vocabulary().knows(word) == now.vocabulary().knows(word));
        words.addAll(onlyOne(former.trueWords(), now.trueWords()));
        spelling = new Spelling(words, word -> false);
        nowhere = !everywhere && words.isEmpty() && firstWords.isEmpty() && parts.isEmpty();
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

    private static Set<String> onlyOne(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        all.removeIf(word -> some.contains(word) && others.contains(word));
        return all;
    }

    /** Whether both sets surely find the same in the names of that verdict of the former one. */
    public boolean leaves(Verdict verdict) {
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
