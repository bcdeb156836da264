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
import java.util.Set;

/** {@code RunSummary.csv}: a run in one table of measures, in the folder of its snapshot. */
public final class RunSummary {
    static final String FILE = "RunSummary.csv";

    private static final List<String> COLUMNS = List.of("Measure", "Value");

    private static final Set<String> OF_CLASSES = Set.of("Unknown", "Unclassified", "Queued", "Conflicts", "Worklist");

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

    /** The counts of a run by their names, in the order in which people read them. */
    static Map<String, Long> counts(RunReport report) {
        Tally tally = report.tally();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("Rows", report.rows());
        counts.put("Customers", (long) tally.customers());
        counts.put("Masters", (long) tally.masters());
        counts.put("Merged Keys", (long) tally.mergedKeys());
        counts.put("Unknown", (long) tally.unknown());
        counts.put("Unclassified", (long) tally.unclassified());
        counts.put("Queued", (long) tally.queued());
        counts.put("Conflicts", (long) tally.conflicts());
        counts.put("Worklist", (long) tally.worklist());
        counts.put("Rejected", (long) report.rejected().size());
        return counts;
    }

    static String seconds(RunReport report) {
        return String.format(Locale.ROOT, "%.2f", report.seconds());
    }

    private static Map<String, String> measures(RunScope scope, RunReport report) {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("Run Id", report.runId());
        measures.put("Time", report.time().toString());
        measures.put("Command", scope.command());
        measures.put("Version", Version.product());
        counts(report).forEach((name, count) -> measures.put(name, count.toString()));
        if (scope == RunScope.DEDUPE) {
            measures.keySet().removeAll(OF_CLASSES);
        } else {
            Tally tally = report.tally();
            tally.groups().forEach((group, count) -> measures.put("Group: " + group.label(), count.toString()));
            tally.methods().forEach((method, count) -> measures.put("Method: " + method.label(), count.toString()));
        }
        measures.put("Seconds", seconds(report));
        return measures;
    }
}
