package dev.segmentation.table;

import java.util.regex.Pattern;

/** For whom a CSV file is written. */
public enum CsvProfile {
    /** UTF-8 as it is, for Power BI and for programs. */
    PLAIN(false),
    /** With a byte-order mark, so that Excel reads K–12 right, and with formulas made harmless. */
    EXCEL(true);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");

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
}
