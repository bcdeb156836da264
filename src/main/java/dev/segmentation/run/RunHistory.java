package dev.segmentation.run;

import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.csv.TableWriter;
import dev.segmentation.customer.IndustrialGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** The rows of a history file, oldest first; none if there is no file. */
    public static List<List<String>> read(Path file, Consumer<String> notes) {
        List<List<String>> rows = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            TableReader.readOwn(
                    file,
                    new TableSpec(
                            List.of("Run Id"), columns().subList(1, columns().size())),
                    row -> rows.add(columns().stream().map(row::get).toList()),
                    error -> notes.accept(error.toString()),
                    notes);
        }
        return rows;
    }

    static void write(Path former, Path file, CsvProfile profile, RunReport report) throws IOException {
        List<List<String>> rows = read(former, note -> {});
        try (TableWriter table = new TableWriter(file, profile, columns())) {
            rows.forEach(row -> table.row(row.toArray(String[]::new)));
            table.row(row(report).toArray(String[]::new));
        }
    }

    private static List<String> row(RunReport report) {
        List<String> row = new ArrayList<>(List.of(report.runId(), report.time().toString()));
        for (int count : new int[] {
            report.tally().customers(),
            report.tally().masters(),
            report.tally().mergedKeys(),
            report.tally().unknown(),
            report.tally().unclassified(),
            report.tally().queued(),
            report.tally().conflicts(),
            report.rejected().size()
        }) {
            row.add(Integer.toString(count));
        }
        for (IndustrialGroup group : IndustrialGroup.values()) {
            row.add(Integer.toString(report.tally().groups().getOrDefault(group, 0)));
        }
        row.add(String.format(Locale.ROOT, "%.2f", report.seconds()));
        row.add(Version.product());
        return row;
    }
}
