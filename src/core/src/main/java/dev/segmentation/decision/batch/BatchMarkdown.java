package dev.segmentation.decision.batch;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a batch to fill in, in the form that {@link BatchReader} reads. */
public final class BatchMarkdown {
    /** Columns that a batch to fill in has for people to read; an import passes over them. */
    public static final List<String> TOLD =
            List.of("Worklist", "Suggestion", "Runner-up", "Keys", "Last Billing", "Also Written As");

    private final StringBuilder text = new StringBuilder();

    /** Begins with a title. */
    public BatchMarkdown(String title) {
        text.append("# ").append(escaped(title)).append('\n');
    }

    /** A heading of a section. */
    public BatchMarkdown heading(String heading) {
        text.append("\n## ").append(escaped(heading)).append('\n');
        return this;
    }

    /** A paragraph as it is, marks and all. */
    public BatchMarkdown paragraph(String markdown) {
        text.append('\n').append(markdown).append('\n');
        return this;
    }

    /** A table; cells say what they say, whatever characters they hold. */
    public BatchMarkdown table(List<String> columns, List<List<String>> rows) {
        text.append('\n');
        row(columns);
        text.append(columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|\n")));
        rows.forEach(this::row);
        return this;
    }

    private void row(List<String> cells) {
        text.append(cells.stream()
                .map(cell -> " " + escaped(cell) + (cell.isEmpty() ? "" : " "))
                .collect(Collectors.joining("|", "|", "|\n")));
    }

    /** What markdown shows as that text. */
    static String escaped(String cell) {
        StringBuilder escaped = new StringBuilder();
        String plain = cell.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("\\`*_[]<>|~#!&".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** The whole text. */
    @Override
    public String toString() {
        return text.toString();
    }
}
