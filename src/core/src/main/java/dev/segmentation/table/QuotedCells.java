package dev.segmentation.table;

import java.util.Arrays;

/**
 * Splits a record whose quotation marks stand right at the beginning and at the end of their cells, as almost all do. The
 * parser of the library is made anew for each record, which costs more than the record.
 */
public final class QuotedCells {
    private QuotedCells() {}

    /**
     * The cells of a record.
     *
     * @param expected how many there should be
     * @return {@code null} if a quotation mark stands anywhere else; then the library knows better
     */
    public static String[] of(String text, char delimiter, int expected) {
        String[] cells = new String[Math.max(1, expected)];
        int count = 0;
        int start = 0;
        while (start >= 0) {
            boolean quoted = start < text.length() && text.charAt(start) == '"';
            int closing = quoted ? closing(text, start + 1) : start;
            if (closing < 0) {
                return null;
            }
            int next = quoted ? closing + 1 : text.indexOf(delimiter, start);
            next = next < 0 || next == text.length() ? text.length() : next;
            if (next < text.length() && text.charAt(next) != delimiter) {
                return null;
            }
            String cell = quoted ? text.substring(start + 1, closing) : text.substring(start, next);
            int mark = cell.indexOf('"');
            if (mark >= 0 && !quoted) {
                return null;
            }
            cells = count < cells.length ? cells : Arrays.copyOf(cells, count * 2);
            cells[count++] = mark < 0 ? cell : cell.replace("\"\"", "\"");
            start = next < text.length() ? next + 1 : -1;
        }
        return count == cells.length ? cells : Arrays.copyOf(cells, count);
    }

    /** Where the quotation mark stands that closes the cell which begins there, -1 if none does. */
    private static int closing(String text, int from) {
        int at = text.indexOf('"', from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }
}
