package dev.segmentation.history;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.output.RunReport;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code RunHistory.csv}: one row for each run, the newest last. */
public final class RunHistory {
    /** Name of the file in the output folder. */
    public static final String FILE = "RunHistory.csv";

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
        Map<String, Long> counts = RunSummary.counts(report);
        report.tally().groups().forEach((group, count) -> counts.put(group.label(), (long) count));
        List<String> row = new ArrayList<>(List.of(report.runId(), report.time().toString()));
        for (String column : columns().subList(2, columns().size() - 2)) {
            row.add(Long.toString(counts.getOrDefault(column, 0L)));
        }
        row.addAll(List.of(RunSummary.seconds(report), Version.product()));
        return row;
    }
}
