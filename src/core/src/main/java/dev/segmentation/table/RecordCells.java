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
        return line.quoted() ? quoted(line.text()) : split(line.text(), delimiter, width);
    }

    private String[] quoted(String text) throws IOException {
        String[] cells = QuotedCells.of(text, delimiter, width);
        if (cells != null) {
            return cells;
        }
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var record = parser.iterator();
            return record.hasNext() ? record.next().values() : new String[] {""};
        }
    }

    /** A line without any quotation mark needs no parser. */
    static String[] split(String text, char delimiter, int expected) {
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
