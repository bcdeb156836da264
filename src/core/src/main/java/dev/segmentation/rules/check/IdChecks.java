package dev.segmentation.rules.check;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.TermRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks of ids: well-formed, of the right group, and used once among all terms and rules. */
final class IdChecks {
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{3,4}");
    private static final String OWN = "Give each row its own id.";

    private IdChecks() {}

    static void idsOfTerms(LintedRules rules, Findings findings) {
        Map<String, String> seen = new HashMap<>();
        rules.rules().values().forEach(rule -> seen.put(rule.id(), "rule " + place(rule)));
        for (TermRow term : rules.terms()) {
            String prefix = rules.groups().of(term.classification().group()).prefix();
            if (!ID.matcher(term.id()).matches() || !term.id().startsWith(prefix + "-")) {
                String problem = term.id().isEmpty() ? "the id is missing" : "it is no id of this group";
                String advice = "Write " + prefix + "- and three or four digits.";
                findings.error(term, "bad-id", "Id", term.id(), problem, advice);
            }
            String former = term.id().isEmpty() ? null : seen.putIfAbsent(term.id(), term.file() + ":" + term.line());
            if (former != null) {
                findings.error(term, "duplicate-id", "Id", term.id(), "it is taken by " + former, OWN);
            }
        }
    }

    static void idsOfRules(LintedRules rules, Findings findings) {
        Map<String, FiredRule> seen = new HashMap<>();
        for (FiredRule rule : inOrder(rules)) {
            FiredRule former = seen.putIfAbsent(rule.id(), rule);
            if (former != null) {
                String problem = "the id " + rule.id() + " is taken by the rule in " + place(former);
                findings.error(rule.file(), rule.line(), "duplicate-id", problem, "Give each rule an id of its own.");
            }
            for (GroupTable.Entry group : rules.groups().inOrder()) {
                boolean here = !group.folder().isEmpty() && rule.file().startsWith("groups/" + group.folder() + "/");
                if (here && !rule.id().startsWith(group.prefix() + "-")) {
                    String problem = "rule " + rule.id() + " stands with the rules of "
                            + group.group().label();
                    String advice = "Ids of this folder begin with " + group.prefix() + "-.";
                    findings.error(rule.file(), rule.line(), "bad-id", problem, advice);
                }
            }
        }
    }

    private static List<FiredRule> inOrder(LintedRules rules) {
        return rules.rules().values().stream()
                .sorted(Comparator.comparing(FiredRule::file).thenComparingLong(FiredRule::line))
                .toList();
    }

    private static String place(FiredRule rule) {
        return rule.file() + ":" + rule.line();
    }
}
