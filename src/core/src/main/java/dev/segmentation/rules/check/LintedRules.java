package dev.segmentation.rules.check;

import dev.segmentation.name.NameParser;
import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.NaicsCodes;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A rules folder as the checks see it, whatever could be read of it, and the index of the checks; {@code rules/README.md} lists
 * what they report.
 *
 * @param drl text of each rule file and what was made of each Drools table, comments blanked out, by its path from the folder on
 */
record LintedRules(
        Path folder,
        Map<String, String> drl,
        Map<String, FiredRule> rules,
        RuleWords words,
        List<Row> cases,
        NaicsCodes naics) {
    private static final List<BiConsumer<LintedRules, Findings>> CHECKS = List.of(
            FolderChecks::misplacedFiles,
            FolderChecks::foldersAndGroups,
            GroupChecks::idPrefixes,
            GroupChecks::folders,
            GroupChecks::naics,
            GroupChecks::colours,
            TermChecks::ids,
            RuleFileChecks::ids,
            FolderChecks::emptyTable,
            TermChecks::termVetoesItself,
            TermChecks::wordsOfUnless,
            WordSetChecks::besideTheirWords,
            WordSetChecks::covered,
            WordSetChecks::unused,
            TermChecks::oneTermInACell,
            TermChecks::foundInItsOwnName,
            TermChecks::naics,
            RuleFileChecks::naics,
            OverlapChecks::sameWords,
            OverlapChecks::duplicateConcepts,
            TermChecks::conceptVetoesItself,
            RuleFileChecks::unknownConcepts,
            RuleFileChecks::unusedConcepts,
            RuleCases::repeated);

    /** Looks for what is wrong or odd, before anything is compiled. */
    void check(RulesCache cache, Findings findings) {
        CHECKS.forEach(check -> check.accept(this, findings));
        new EntityChecks(this, cache).run(findings);
    }

    List<Row> groupRows() {
        return words.groupRows();
    }

    GroupTable groups() {
        return words.groups();
    }

    List<TermRow> terms() {
        return words.terms();
    }

    List<ConceptRow> concepts() {
        return words.concepts();
    }

    /** All terms, then all words of concepts. */
    Stream<Phrase> phrases() {
        return Stream.concat(terms().stream(), concepts().stream());
    }

    NameParser parser() {
        return words.parser();
    }
}
