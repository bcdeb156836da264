package dev.segmentation.rules.check;

import dev.segmentation.rules.table.ConceptRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of concepts, among each other and against the rules that ask for them. */
final class ConceptChecks {
    private static final Pattern NAME =
            Pattern.compile("\\bConcept\\s*\\((?:[^()]|\\([^()]*\\))*?\\bname\\s*==\\s*\"([^\"]*)\"");
    private static final Pattern IS = Pattern.compile("\\bis\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");

    private ConceptChecks() {}

    static void duplicates(LintedRules rules, Findings findings) {
        Map<List<Object>, ConceptRow> seen = new HashMap<>();
        for (ConceptRow word : rules.concepts()) {
            ConceptRow former = seen.putIfAbsent(List.of(word.id(), word.words(), word.match()), word);
            if (former != null) {
                String problem = "it repeats \"" + former.text() + "\" in row " + former.line();
                findings.warning(word, "duplicate-term", "Term", word.text(), problem, "Delete one of the two rows.");
            }
        }
    }

    static void vetoesItself(LintedRules rules, Findings findings) {
        for (ConceptRow word : rules.concepts()) {
            if (word.unless().words().stream().anyMatch(phrase -> TermChecks.within(phrase, word.words()))) {
                String problem = "the term itself holds one of these words, so it is never found";
                findings.error(word, "vetoes-itself", "Unless", "", problem, "Delete the word here.");
            }
        }
    }

    /** A rule that asks for a concept without words never fires. */
    static void unknownToRules(LintedRules rules, Findings findings) {
        Set<String> known = known(rules);
        rules.drl().forEach((path, text) -> {
            for (Asked asked : asked(text)) {
                if (!known.contains(asked.concept())) {
                    String problem = "no word belongs to the concept (" + asked.concept() + ")";
                    String advice = "Add it to common/concepts.csv, or correct its name.";
                    findings.error(path, LintedRules.line(path, text, asked.at()), "unknown-concept", problem, advice);
                }
            }
        });
    }

    static void unused(LintedRules rules, Findings findings) {
        Set<String> used = new HashSet<>();
        rules.drl().values().forEach(text -> asked(text).forEach(asked -> used.add(asked.concept())));
        Set<String> unused = new TreeSet<>(known(rules));
        unused.removeAll(used);
        for (ConceptRow word : rules.concepts()) {
            if (unused.remove(word.id())) {
                String advice = "Delete its rows, or use it in a rule.";
                findings.warning(word, "unused-concept", "Concept", word.id(), "no rule uses this concept", advice);
            }
        }
    }

    private static Set<String> known(LintedRules rules) {
        Set<String> known = new HashSet<>();
        rules.concepts().forEach(concept -> known.add(concept.id()));
        return known;
    }

    /** Where a rule asks for a concept. */
    private record Asked(String concept, int at) {}

    private static List<Asked> asked(String text) {
        List<Asked> asked = new ArrayList<>();
        for (Pattern pattern : List.of(NAME, IS)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                asked.add(new Asked(matcher.group(1), matcher.start(1)));
            }
        }
        return asked;
    }
}
