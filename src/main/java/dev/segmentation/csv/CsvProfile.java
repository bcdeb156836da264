package dev.segmentation.csv;

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
        if (!excel
                || text.isEmpty()
                || !startsFormula(text.charAt(0))
                || NUMBER.matcher(text).matches()) {
            return text;
        }
        return "'" + text;
    }

    private static boolean startsFormula(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }
}
