package dev.segmentation.rules.check;

import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.TermTables;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that codes stand in the list of NAICS 2022. */
final class NaicsChecks {
    static final String PROBLEM = "not in the list of NAICS 2022";
    static final String CHECK = "bad-naics";
    private static final Pattern PROPOSAL =
            Pattern.compile("\\bpropose\\(\\s*\"[^\"]*\"\\s*,\\s*\"[^\"]*\"\\s*,\\s*\"([^\"]*)\"");

    private NaicsChecks() {}

    static void terms(LintedRules rules, Findings findings) {
        for (TermRow term : rules.terms()) {
            String code = term.classification().naics();
            if (!rules.naics().knows(code)) {
                findings.error(
                        term, CHECK, "NAICS", code, PROBLEM, rules.naics().advice(code));
            }
        }
    }

    static void rules(LintedRules rules, Findings findings) {
        rules.drl().forEach((path, text) -> {
            Matcher proposal = PROPOSAL.matcher(text);
            while (proposal.find()) {
                String code = proposal.group(1);
                if (!TermTables.NAICS.matcher(code).matches() || !rules.naics().knows(code)) {
                    String problem = "the NAICS code (" + code + ") is " + PROBLEM;
                    long line = LintedRules.line(path, text, proposal.start());
                    findings.error(path, line, CHECK, problem, rules.naics().advice(code));
                }
            }
        });
    }
}
