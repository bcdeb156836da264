package dev.segmentation.rules.check;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.table.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks of cases before any is run. */
final class CaseChecks {
    private CaseChecks() {}

    /** Two cases of one name that cannot both pass, and cases that stand twice. */
    static void repeated(LintedRules rules, Findings findings) {
        Map<List<String>, Row> seen = new HashMap<>();
        for (Row row : rules.cases()) {
            Row former = seen.putIfAbsent(question(row), row);
            if (former == null) {
                continue;
            }
            String place = former.file() + ":" + former.line();
            if (group(row) != group(former) || differ(row, former)) {
                String column = group(row) == group(former) ? "Expected Detail" : "Expected Group";
                String advice = "Delete one of the two.";
                findings.error(row, "contradicting-case", column, "the case in " + place + " expects another", advice);
                String other = "the case in " + row.file() + ":" + row.line() + " expects another";
                findings.error(former, "contradicting-case", column, other, advice);
            } else {
                String problem = "the case stands in " + place + " too";
                findings.warning(row, "duplicate-case", "Name", problem, "Delete one of the two.");
            }
        }
    }

    private static List<String> question(Row row) {
        return List.of(
                row.get("Name").toUpperCase(Locale.ROOT),
                row.get("Decision Kind").toUpperCase(Locale.ROOT),
                row.get("Decision Group"),
                row.get("Decision Status").toUpperCase(Locale.ROOT));
    }

    private static IndustrialGroup group(Row row) {
        return IndustrialGroup.parse(row.get("Expected Group")).orElse(null);
    }

    private static boolean differ(Row row, Row former) {
        String detail = row.get("Expected Detail");
        String other = former.get("Expected Detail");
        return !detail.isEmpty() && !other.isEmpty() && !detail.equals(other);
    }
}
