package dev.segmentation.history;

import dev.segmentation.output.RunReport;
import dev.segmentation.output.Tally;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code RunSummary.csv}: a run in one table of measures, in the folder of its snapshot. */
public final class RunSummary {
    static final String FILE = "RunSummary.csv";

    private static final List<String> COLUMNS = List.of("Measure", "Value");

    private RunSummary() {}

    static void write(Path file, CsvProfile profile, RunScope scope, RunReport report) throws IOException {
        try (TableWriter table = new TableWriter(file, profile, COLUMNS)) {
            measures(scope, report).forEach(table::row);
        }
    }

    /** The measures by name; none if that file is missing or not what it should be. */
    public static Map<String, String> read(Path file) {
        Map<String, String> measures = new LinkedHashMap<>();
        try {
            TableReader.readOwn(
                    file,
                    new TableSpec(COLUMNS, List.of()),
                    row -> measures.put(row.get("Measure"), row.get("Value")),
                    error -> {},
                    note -> {});
        } catch (TableException e) {
            return Map.of();
        }
        return measures;
    }

    private static Map<String, String> measures(RunScope scope, RunReport report) {
        Tally tally = report.tally();
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("Run Id", report.runId());
        measures.put("Time", report.time().toString());
        measures.put("Command", scope.command());
        measures.put("Version", Version.product());
        measures.put("Rows", Long.toString(report.rows()));
        measures.put("Customers", Integer.toString(tally.customers()));
        measures.put("Masters", Integer.toString(tally.masters()));
        measures.put("Merged Keys", Integer.toString(tally.mergedKeys()));
        if (scope != RunScope.DEDUPE) {
            measures.put("Unknown", Integer.toString(tally.unknown()));
            measures.put("Unclassified", Integer.toString(tally.unclassified()));
            measures.put("Queued", Integer.toString(tally.queued()));
            measures.put("Conflicts", Integer.toString(tally.conflicts()));
            measures.put("Worklist", Integer.toString(tally.worklist()));
        }
        measures.put("Rejected", Integer.toString(report.rejected().size()));
        if (scope != RunScope.DEDUPE) {
            tally.groups().forEach((group, count) -> measures.put("Group: " + group.label(), Integer.toString(count)));
            tally.methods()
                    .forEach((method, count) -> measures.put("Method: " + method.label(), Integer.toString(count)));
        }
        measures.put("Seconds", String.format(Locale.ROOT, "%.2f", report.seconds()));
        return measures;
    }
}
