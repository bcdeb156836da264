package dev.segmentation.rules.drl;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.table.Band;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what rules say of themselves: id, sentence and band. A rule that breaks a convention, or proposes what the locked
 * lists do not hold, is refused with its file and line.
 */
public final class RuleHeaders {
    private static final Pattern NAME = Pattern.compile("([A-Z]{3}-\\d{3,4}) (.+)");
    private static final int PROPOSED_VALUES = 4;
    private static final int LONGEST_SALIENCE = 9;

    private final Map<String, FiredRule> rules = new HashMap<>();
    private final List<Finding> problems = new ArrayList<>();

    private RuleHeaders() {}

    /** What each rule says of itself, by its full name. */
    public static Map<String, FiredRule> read(List<DrlGuard.Checked> texts) {
        RuleHeaders headers = new RuleHeaders();
        for (DrlGuard.Checked text : texts) {
            text.rules().forEach(rule -> headers.rule(text.source(), rule));
        }
        if (!headers.problems.isEmpty()) {
            throw new RulesException(headers.problems);
        }
        return headers.rules;
    }

    private void rule(RuleText source, DrlGuard.Rule rule) {
        header(source, rule).ifPresent(fired -> {
            if (rules.put(rule.name(), fired) != null) {
                String problem = "a second rule is named (" + rule.name() + ")";
                problem("duplicate-id", source, rule.line(), problem, "Rename one of them.");
            }
        });
        rule.proposed().forEach(proposed -> proposal(source, proposed));
    }

    private Optional<FiredRule> header(RuleText source, DrlGuard.Rule rule) {
        String needs = "rule (" + rule.name() + ") needs a ";
        Matcher name = NAME.matcher(rule.name());
        if (!name.matches()) {
            String advice = "Write it as in \"PRV-901 A school with a religious name is private\".";
            problem("rule-name", source, rule.line(), needs + "name of an id and a sentence", advice);
            return Optional.empty();
        }
        Optional<Band> band = band(rule.salience());
        if (band.isEmpty()) {
            String advice = "Write 10000, 5000, 1000, 500, 300, 100 or -1000.";
            problem("salience", source, rule.line(), needs + "salience of one of the bands", advice);
        }
        return band.map(b -> new FiredRule(name.group(1), name.group(2), b, source.file(), source.row(rule.line())));
    }

    private static Optional<Band> band(String salience) {
        boolean none = salience.isEmpty() || salience.length() > LONGEST_SALIENCE;
        return none ? Optional.empty() : Band.of(Integer.parseInt(salience));
    }

    private void proposal(RuleText source, DrlGuard.Proposed proposed) {
        if (proposed.values().size() != PROPOSED_VALUES) {
            return;
        }
        String group = proposed.values().get(0);
        String support = proposed.values().get(PROPOSED_VALUES - 1);
        if (group != null && IndustrialGroup.parse(group).isEmpty()) {
            unknown("unknown-group", source, proposed, "industrial group", group);
        } else if (support != null && SupportCategory.parse(support).isEmpty()) {
            unknown("unknown-support-category", source, proposed, "support category", support);
        }
    }

    private void unknown(String check, RuleText source, DrlGuard.Proposed proposed, String what, String value) {
        String problem = "the " + what + " (" + value + ") is not in the locked list";
        problem(check, source, proposed.line(), problem, "Maybe it is misspelt.");
    }

    private void problem(String check, RuleText source, long line, String problem, String advice) {
        problems.add(source.finding(check, line, "", problem, advice));
    }

    /** The line on which that place of a text stands. */
    public static long line(String text, int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
