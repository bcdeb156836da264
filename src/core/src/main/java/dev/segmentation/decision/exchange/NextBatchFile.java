package dev.segmentation.decision.exchange;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.batch.BatchColumns;
import dev.segmentation.decision.batch.MarkdownText;
import dev.segmentation.table.excel.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The masters to decide next as files that people fill in and {@code import-batch} reads. */
public final class NextBatchFile {
    /** Columns that people fill in; {@code import-batch} reads them. */
    private static final List<String> TO_FILL = List.of(
            "Industrial Group", "Industry Detail", "NAICS", "Method", "Support Category", "Company Website", "Notes");

    private NextBatchFile() {}

    /** The batch as markdown. */
    public static String markdown(String name, List<NextBatch.Candidate> candidates) {
        List<String> columns = new ArrayList<>(List.of("Customer", "Master Id"));
        columns.addAll(TO_FILL);
        columns.addAll(BatchColumns.TOLD);
        List<List<String>> groups = Arrays.stream(IndustrialGroup.values())
                .map(group -> List.of(group.label()))
                .toList();
        return "# " + MarkdownText.escaped(name)
                + "\n\n## How to fill it in\n\nWrite a group of the list below into the column Industrial Group; the other columns"
                + " may stay blank. The method AI-Assisted Search leaves a row on the worklist. A row without a group decides"
                + " nothing. Then: `segmenter import-batch --input-md FILE`.\n\n"
                + MarkdownText.table(List.of("Groups"), groups)
                + "\n## To decide\n\n"
                + MarkdownText.table(columns, rows(candidates, TO_FILL.size()));
    }

    private static List<List<String>> rows(List<NextBatch.Candidate> candidates, int blank) {
        List<List<String>> rows = new ArrayList<>();
        for (NextBatch.Candidate one : candidates) {
            List<String> row = new ArrayList<>(List.of(one.name(), one.id()));
            row.addAll(Collections.nCopies(blank, ""));
            row.addAll(List.of(
                    one.why(),
                    one.suggestion(),
                    one.runnerUp(),
                    Integer.toString(one.keys()),
                    one.lastBilling(),
                    one.examples()));
            rows.add(row);
        }
        return rows;
    }

    /** The batch as a workbook with drop-downs of the locked lists. */
    public static void workbook(Path file, List<NextBatch.Candidate> candidates) throws IOException {
        List<WorkbookWriter.Column> columns = new ArrayList<>();
        columns.add(new WorkbookWriter.Column("Customer", 40, List.of(), false));
        columns.add(new WorkbookWriter.Column("Master Id", 14, List.of(), false));
        for (String column : TO_FILL) {
            columns.add(new WorkbookWriter.Column(column, 24, choices(column), true));
        }
        columns.add(new WorkbookWriter.Column("Status", 10, choices("Status"), true));
        BatchColumns.TOLD.forEach(column -> columns.add(new WorkbookWriter.Column(column, 24, List.of(), false)));
        new WorkbookWriter(columns).write(file, "To decide", rows(candidates, TO_FILL.size() + 1));
    }

    private static List<String> choices(String column) {
        return switch (column) {
            case "Industrial Group" ->
                Arrays.stream(IndustrialGroup.values())
                        .map(IndustrialGroup::label)
                        .toList();
            case "Method" -> Arrays.stream(Method.values()).map(Method::label).toList();
            case "Support Category" ->
                Arrays.stream(SupportCategory.values())
                        .map(SupportCategory::label)
                        .filter(label -> !label.isEmpty())
                        .toList();
            case "Status" -> Arrays.stream(Status.values()).map(Status::label).toList();
            default -> List.of();
        };
    }
}
