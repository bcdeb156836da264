package dev.segmentation.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** For whom a CSV file is written. */
public enum CsvProfile {
    /** UTF-8 as it is, for Power BI and for programs. */
    PLAIN(false),
    /** With a byte-order mark, so that Excel reads K–12 right, and with formulas made harmless. */
    EXCEL(true);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");

    private static final CSVFormat WRITTEN =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final boolean excel;

    CsvProfile(boolean excel) {
        this.excel = excel;
    }

    /** Whether the file begins with a byte-order mark. */
    public boolean byteOrderMark() {
        return excel;
    }

    /**
     * The cell as it is to be written. Excel runs a text that begins with {@code = + - @}, a tab or a carriage return as
     * a formula, so the Excel profile puts an apostrophe before it; numbers stay as they are.
     */
    public String cell(String text) {
        return excel && startsFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** What was written as that cell. */
    public String original(String cell) {
        return excel && cell.startsWith("'") && startsFormula(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes before a formula count as its part, so that what was written can be read back exactly. */
    private static boolean startsFormula(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && "=+-@\t\r".indexOf(text.charAt(i)) >= 0;
    }

    /** The profile of a table, told by its first bytes; the channel stays where it is. */
    public static CsvProfile of(FileChannel table) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(3);
        table.read(mark, 0);
        boolean marked = mark.get(0) == (byte) 0xEF && mark.get(1) == (byte) 0xBB && mark.get(2) == (byte) 0xBF;
        return marked ? EXCEL : PLAIN;
    }

    /** Writes a table that {@link TableWriter} wrote once more in this profile, the same bytes that it would have written. */
    public void copy(InputStream table, Path copy) throws IOException {
        try (TextSource text = TextSource.of(new BufferedInputStream(table, 1 << 16), StandardCharsets.UTF_8);
                CSVParser rows = WRITTEN.parse(text.reader())) {
            CsvProfile former = text.marked() ? EXCEL : PLAIN;
            Iterator<CSVRecord> each = rows.iterator();
            List<String> columns = each.hasNext() ? each.next().toList() : List.of();
            try (TableWriter writer = new TableWriter(copy, this, columns)) {
                while (each.hasNext()) {
                    writer.row(each.next().stream().map(former::original).toArray(String[]::new));
                }
            }
        }
    }
}
