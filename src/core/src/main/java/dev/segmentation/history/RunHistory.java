package dev.segmentation.history;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.files.StagedFiles;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What runs counted: {@code RunHistory.csv} in the output folder has one row for each, the newest last; {@code RunSummary.csv} in
 * the folder of a kept run tells that run in one table of measures.
 */
public final class RunHistory {
    /** Name of the file in the output folder. */
    public static final String FILE = "RunHistory.csv";

    static final String SUMMARY = "RunSummary.csv";
    private static final List<String> SUMMARY_COLUMNS = List.of("Measure", "Value");
    private static final Set<String> OF_CLASSES = Set.of("Unknown", "Unclassified", "Queued", "Conflicts", "Worklist");

    private RunHistory() {}

    /** The columns: fixed ones, then one for each group of the locked list. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "Run Id",
                "Time",
                "Customers",
                "Masters",
                "Merged Keys",
                "Unknown",
                "Unclassified",
                "Queued",
                "Conflicts",
                "Rejected"));
        for (IndustrialGroup group : IndustrialGroup.values()) {
            columns.add(group.label());
        }
        columns.add("Seconds");
        columns.add("Version");
        return columns;
    }

    /** The rows of a history file, oldest first; none if there is no file, or it is none of ours. */
    public static List<List<String>> read(Path file, Consumer<String> notes) {
        List<List<String>> rows = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                TableReader.readOwn(
                        file,
                        new TableSpec(
                                List.of("Run Id"),
                                columns().subList(1, columns().size())),
                        row -> rows.add(columns().stream().map(row::get).toList()),
                        error -> notes.accept(error.toString()),
                        notes);
            } catch (TableException e) {
                notes.accept(e.getMessage());
            }
        }
        return rows;
    }

    /**
     * Stages the former rows, byte by byte, and the row of this run behind them. A file that is not, or not only, what
     * this class writes is kept under another name as well, and the rows that can be read go on; one that cannot even be
     * copied is left alone.
     */
    public static void write(
            Path former, StagedFiles staged, CsvProfile profile, RunReport report, Consumer<String> notes)
            throws IOException {
        List<List<String>> rows = List.of();
        List<String> problems = new ArrayList<>();
        if (Files.isRegularFile(former)) {
            rows = read(former, problems::add);
            if (problems.isEmpty()) {
                Optional<TableWriter> continued = TableWriter.continuing(former, staged.file(FILE), columns());
                if (continued.isPresent()) {
                    try (TableWriter table = continued.get()) {
                        table.row(row(report).toArray(String[]::new));
                    }
                    return;
                }
            }
            String kept = "RunHistory-before-" + report.runId() + ".csv";
            try {
                Files.copy(former, staged.file(kept), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(staged.file(kept));
                notes.accept(former + " cannot be read (" + e + "), so this run is not written there.");
                return;
            }
            notes.accept(FILE + " was changed by another program or is damaged"
                    + (problems.isEmpty() ? "" : " (" + problems.get(0) + ")") + ". It is kept as " + kept
                    + ", and a new one goes on with its " + rows.size() + " rows that can be read.");
        }
        try (TableWriter table = new TableWriter(staged.file(FILE), profile, columns())) {
            rows.forEach(row -> table.row(row.toArray(String[]::new)));
            table.row(row(report).toArray(String[]::new));
        }
    }

    private static List<String> row(RunReport report) {
        Map<String, Long> counts = counts(report);
        report.tally().groups().forEach((group, count) -> counts.put(group.label(), (long) count));
        List<String> row = new ArrayList<>(List.of(report.runId(), report.time().toString()));
        for (String column : columns().subList(2, columns().size() - 2)) {
            row.add(Long.toString(counts.getOrDefault(column, 0L)));
        }
        row.addAll(List.of(seconds(report), Version.product()));
        return row;
    }

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

    private static String seconds(RunReport report) {
        return String.format(Locale.ROOT, "%.2f", report.seconds());
    }

    static void writeSummary(Path file, CsvProfile profile, RunScope scope, RunReport report) throws IOException {
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
        try (TableWriter table = new TableWriter(file, profile, SUMMARY_COLUMNS)) {
            measures.forEach(table::row);
        }
    }

    /** The measures of a kept run by name; none if that file is missing or not what it should be. */
    static Map<String, String> readSummary(Path file) {
        Map<String, String> measures = new LinkedHashMap<>();
        try {
            TableReader.readOwn(
                    file,
                    new TableSpec(SUMMARY_COLUMNS, List.of()),
                    row -> measures.put(row.get("Measure"), row.get("Value")),
                    error -> {},
                    note -> {});
        } catch (TableException e) {
            return Map.of();
        }
        return measures;
    }
}
