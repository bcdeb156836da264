package dev.segmentation.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A table on the terminal: one format for all rows, and above them titles that are as wide as the cells. */
public final class TextTable {
    private static final Pattern CELL = Pattern.compile("%(-?)[,+]*(\\d*)(?:\\.\\d+)?[dfs](%%)?");

    private final PrintWriter out;
    private final String format;

    TextTable(PrintWriter out, String format, Object... titles) {
        this.out = out;
        this.format = format;
        String ofTitles = CELL.matcher(format).replaceAll(cell -> {
            int width = cell.group(2).isEmpty() ? 0 : Integer.parseInt(cell.group(2));
            return "%" + cell.group(1) + (width == 0 ? "" : width + (cell.group(3) == null ? 0 : 1)) + "s";
        });
        out.println(String.format(Locale.ROOT, ofTitles, titles));
    }

    /** Prints a row. */
    public void row(Object... cells) {
        out.println(String.format(Locale.ROOT, format, cells));
    }
}
