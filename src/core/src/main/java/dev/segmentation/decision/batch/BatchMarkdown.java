package dev.segmentation.decision.batch;

import java.util.List;
import java.util.stream.Collectors;

/** Writes parts of a batch to fill in, in the form that {@link BatchReader} reads. */
public final class BatchMarkdown {
    /** Columns that a batch to fill in has for people to read; an import passes over them. */
    public static final List<String> TOLD =
            List.of("Worklist", "Suggestion", "Runner-up", "Keys", "Last Billing", "Also Written As");

    private BatchMarkdown() {}

    /** A table; cells say what they say, whatever characters they hold. */
    public static String table(List<String> columns, List<List<String>> rows) {
        String line = columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return row(columns) + line + rows.stream().map(BatchMarkdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + escaped(cell) + (cell.isEmpty() ? "" : " "))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /** What markdown shows as that text. */
    public static String escaped(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip().replaceAll("[\\\\`*_\\[\\]<>|~#!&]", "\\\\$0");
    }
}
