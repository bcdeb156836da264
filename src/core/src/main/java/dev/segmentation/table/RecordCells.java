package dev.segmentation.table;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Splits the records of one table into cells, and says which of them are no rows. */
public final class RecordCells {
    private final char delimiter;
    private final int width;
    private final CSVFormat format;

    public RecordCells(Header header) {
        this.delimiter = header.delimiter();
        this.width = header.width();
        this.format = Header.reading(delimiter);
    }

    /** The cells of a record; of one that is broken, its text as one cell. */
    public String[] cells(LogicalLines.Logical line) throws IOException {
        if (line.problem() != null) {
            return new String[] {line.text()};
        }
        return line.quoted() ? parsed(line.text()) : split(line.text(), delimiter, width);
    }

    private String[] parsed(String text) throws IOException {
        String[] cells = quoted(text, delimiter, width);
        if (cells != null) {
            return cells;
        }
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var record = parser.iterator();
            return record.hasNext() ? record.next().values() : new String[] {""};
        }
    }

    /**
     * The cells of a record whose quotation marks stand right at the beginning and at the end of their cells, as almost all do.
     * The parser of the library is made anew for each record, which costs more than the record.
     *
     * @param expected how many there should be
     * @return {@code null} if a quotation mark stands anywhere else; then the library knows better
     */
    public static String[] quoted(String text, char delimiter, int expected) {
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

    /** A line without any quotation mark needs no parser. */
    private static String[] split(String text, char delimiter, int expected) {
        String[] cells = new String[Math.max(1, expected)];
        int count = 0;
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            if (count + 1 >= cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[count++] = text.substring(start, end);
            start = end + 1;
        }
        cells[count++] = text.substring(start);
        return count == cells.length ? cells : Arrays.copyOf(cells, count);
    }

    /** Whether all cells are blank. */
    public static boolean blank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether they are a comment. */
    public static boolean comment(String[] cells) {
        return cells[0].stripLeading().startsWith("#");
    }

    /** Whether no cell that holds something stands beyond the header. */
    public boolean fits(String[] cells) {
        for (int i = width; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }
}
