package dev.segmentation.decision.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A line of text as a row of a markdown table: cells divided by bars that no backslash precedes. */
final class TableLine {
    private TableLine() {}

    /** Whether a bar divides it. */
    static boolean isRow(String line) {
        return bar(line, 0) >= 0;
    }

    /** Whether it is the line of dashes under the heading row. */
    static boolean isDashes(String line) {
        return line.contains("-") && line.matches("[\\s|:>-]+");
    }

    /** Its cells, without the bars at both ends. */
    static <T> List<T> cells(String line, Function<String, T> cell) {
        String text = line.strip().replaceFirst("^(?:>\\s*)+", "");
        int from = text.startsWith("|") ? 1 : 0;
        List<T> cells = new ArrayList<>();
        for (int bar = bar(text, from); bar >= 0; bar = bar(text, from)) {
            cells.add(cell.apply(text.substring(from, bar).replace("\\|", "|")));
            from = bar + 1;
        }
        if (!text.substring(from).isBlank()) {
            cells.add(cell.apply(text.substring(from).replace("\\|", "|")));
        }
        return cells;
    }

    private static int bar(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '|') {
                return i;
            }
        }
        return -1;
    }
}
