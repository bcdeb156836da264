package dev.segmentation.decision.exchange;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.batch.BatchMarkdown;
import dev.segmentation.table.excel.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        columns.addAll(BatchMarkdown.TOLD);
        List<List<String>> rows = candidates.stream()
                .map(one -> {
                    List<String> row = new ArrayList<>(List.of(one.name(), one.id()));
                    TO_FILL.forEach(column -> row.add(""));
                    row.addAll(told(one));
                    return row;
                })
                .toList();
        List<List<String>> groups = Arrays.stream(IndustrialGroup.values())
                .map(group -> List.of(group.label()))
                .toList();
        return new BatchMarkdown(name)
                .heading("How to fill it in")
                .paragraph(
                        "Write a group of the list below into the column Industrial Group; the other columns may stay blank. "
                                + "The method AI-Assisted Search leaves a row on the worklist. A row without a group decides nothing. "
                                + "Then: `segmenter import-batch --input-md FILE`.")
                .table(List.of("Groups"), groups)
                .heading("To decide")
                .table(columns, rows)
                .toString();
    }

    private static List<String> told(NextBatch.Candidate one) {
        return List.of(
                one.why(),
                one.suggestion(),
                one.runnerUp(),
                Integer.toString(one.keys()),
                one.lastBilling(),
                one.examples());
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
        BatchMarkdown.TOLD.forEach(column -> columns.add(new WorkbookWriter.Column(column, 24, List.of(), false)));
        List<List<String>> rows = candidates.stream()
                .map(one -> {
                    List<String> row = new ArrayList<>(List.of(one.name(), one.id()));
                    TO_FILL.forEach(column -> row.add(""));
                    row.add("");
                    row.addAll(told(one));
                    return row;
                })
                .toList();
        new WorkbookWriter(columns).write(file, "To decide", rows);
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
