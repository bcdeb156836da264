package dev.segmentation.rules;

import dev.segmentation.csv.RowError;
import java.util.Map;
import java.util.TreeMap;

/** Checks of the known organisations among each other. */
final class EntityChecks {
    private EntityChecks() {}

    /** Counted by table: registers disagree often, and nothing is lost but the help of that row. */
    static void disputed(LintedRules rules, Findings findings) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, EntityRow> first = new TreeMap<>();
        EntityTable table = new EntityTable(null, rules.parser());
        table.byKey(rules.entities(), row -> {
            counts.merge(row.file(), 1, Integer::sum);
            first.putIfAbsent(row.file(), row);
        });
        counts.forEach((file, count) -> {
            EntityRow row = first.get(file);
            findings.warning(new RowError(
                    EntityTable.FOLDER + "/" + file,
                    row.line(),
                    "Industrial Group",
                    row.name(),
                    (count == 1 ? "a name stands" : count + " names stand")
                            + " in another group elsewhere and so cannot decide",
                    "The first is in this row.",
                    "disputed-name"));
        });
    }
}
