package dev.segmentation.rules.check;

import dev.segmentation.rules.table.RulesCache;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Looks for what is wrong or odd in a rules folder before anything is compiled, in one pass over all files. This is the
 * index of the checks; {@code rules/README.md} lists what they report.
 */
final class RuleLint {
    private static final List<BiConsumer<LintedRules, Findings>> CHECKS = List.of(
            FolderChecks::misplacedFiles,
            FolderChecks::foldersAndGroups,
            GroupChecks::idPrefixes,
            GroupChecks::folders,
            GroupChecks::naics,
            GroupChecks::colours,
            IdChecks::idsOfTerms,
            IdChecks::idsOfRules,
            TermChecks::emptyTable,
            TermChecks::termVetoesItself,
            TermChecks::wordsOfUnless,
            WordSetChecks::besideTheirWords,
            WordSetChecks::covered,
            WordSetChecks::unused,
            TermChecks::oneTermInACell,
            TermChecks::foundInItsOwnName,
            NaicsChecks::terms,
            NaicsChecks::rules,
            OverlapChecks::sameWords,
            ConceptChecks::duplicates,
            ConceptChecks::vetoesItself,
            ConceptChecks::unknownToRules,
            ConceptChecks::unused,
            CaseChecks::repeated);

    private RuleLint() {}

    /** Checks a folder. */
    static void run(LintedRules rules, RulesCache cache, Findings findings) {
        CHECKS.forEach(check -> check.accept(rules, findings));
        new EntityChecks(rules, cache).run(findings);
    }
}
