package dev.segmentation.rules.check;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.drl.RuleHeaders;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.TermTables;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks of the rules themselves: their ids, and the concepts and NAICS codes that they name. */
final class RuleFileChecks {
    private static final Pattern CONCEPT_BY_NAME =
            Pattern.compile("\\bConcept\\s*\\((?:[^()]|\\([^()]*\\))*?\\bname\\s*==\\s*\"([^\"]*)\"");
    private static final Pattern CONCEPT_BY_IS = Pattern.compile("\\bis\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern PROPOSED_CODE =
            Pattern.compile("\\bpropose\\(\\s*\"[^\"]*\"\\s*,\\s*\"[^\"]*\"\\s*,\\s*\"([^\"]*)\"");

    private RuleFileChecks() {}

    /** Each id is used once, and begins as the ids of its folder do. */
    static void ids(LintedRules rules, Findings findings) {
        Map<String, FiredRule> seen = new HashMap<>();
        List<FiredRule> inOrder = rules.rules().values().stream()
                .sorted(Comparator.comparing(FiredRule::file).thenComparingLong(FiredRule::line))
                .toList();
        for (FiredRule rule : inOrder) {
            FiredRule former = seen.putIfAbsent(rule.id(), rule);
            if (former != null) {
                String problem =
                        "the id " + rule.id() + " is taken by the rule in " + former.file() + ":" + former.line();
                findings.error(rule.file(), rule.line(), "duplicate-id", problem, "Give each rule an id of its own.");
            }
            for (GroupTable.Entry group : rules.groups().inOrder()) {
                boolean here = !group.folder().isEmpty() && rule.file().startsWith("groups/" + group.folder() + "/");
                if (here && !rule.id().startsWith(group.prefix() + "-")) {
                    String label = group.group().label();
                    String problem = "rule " + rule.id() + " stands with the rules of " + label;
                    String advice = "Ids of this folder begin with " + group.prefix() + "-.";
                    findings.error(rule.file(), rule.line(), "bad-id", problem, advice);
                }
            }
        }
    }

    /** Codes that rules propose stand in the list of NAICS 2022. */
    static void naics(LintedRules rules, Findings findings) {
        rules.drl().forEach((path, text) -> {
            Matcher proposal = PROPOSED_CODE.matcher(text);
            while (proposal.find()) {
                String code = proposal.group(1);
                if (!TermTables.NAICS.matcher(code).matches() || !rules.naics().knows(code)) {
                    String problem = "the NAICS code (" + code + ") is " + Findings.UNKNOWN_NAICS;
                    long line = line(path, text, proposal.start());
                    findings.error(
                            path, line, "bad-naics", problem, rules.naics().advice(code));
                }
            }
        });
    }

    /** A rule that asks for a concept without words never fires. */
    static void unknownConcepts(LintedRules rules, Findings findings) {
        Set<String> known = knownConcepts(rules);
        rules.drl().forEach((path, text) -> {
            for (Pattern pattern : List.of(CONCEPT_BY_NAME, CONCEPT_BY_IS)) {
                Matcher asked = pattern.matcher(text);
                while (asked.find()) {
                    if (!known.contains(asked.group(1))) {
                        String problem = "no word belongs to the concept (" + asked.group(1) + ")";
                        String advice = "Add it to common/concepts.csv, or correct its name.";
                        findings.error(path, line(path, text, asked.start(1)), "unknown-concept", problem, advice);
                    }
                }
            }
        });
    }

    static void unusedConcepts(LintedRules rules, Findings findings) {
        Set<String> unused = new TreeSet<>(knownConcepts(rules));
        for (String text : rules.drl().values()) {
            for (Pattern pattern : List.of(CONCEPT_BY_NAME, CONCEPT_BY_IS)) {
                pattern.matcher(text).results().forEach(asked -> unused.remove(asked.group(1)));
            }
        }
        for (ConceptRow word : rules.concepts()) {
            if (unused.remove(word.id())) {
                String advice = "Delete its rows, or use it in a rule.";
                findings.warning(word, "unused-concept", "Concept", word.id(), "no rule uses this concept", advice);
            }
        }
    }

    private static Set<String> knownConcepts(LintedRules rules) {
        return rules.concepts().stream().map(ConceptRow::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** The line on which a place of a rule file stands; 0 for a Drools table, whose DRL nobody sees. */
    private static long line(String path, String text, int offset) {
        return path.endsWith(".drl") ? RuleHeaders.line(text, offset) : 0;
    }
}
