package dev.segmentation.table;

import java.util.Comparator;

/**
 * One row that could not be used, said so that its owner can mend it.
 *
 * @param line line on which the row begins, 1 is the header
 * @param column the column at fault, blank if the row as a whole is
 * @param value the offending text, cut to a readable length
 * @param check short name of the kind of problem, such as {@code too-many-cells}
 */
public record RowError(
        String file, long line, String column, String value, String problem, String advice, String check) {
    private static final String ANY = "row";
    private static final int SHOWN = 120;

    /** File by file, top to bottom. */
    public static final Comparator<RowError> ORDER = Comparator.comparing(RowError::file)
            .thenComparingLong(RowError::line)
            .thenComparing(RowError::column);

    /** Cuts the value: a table of problems is for reading. */
    public RowError {
        if (value.length() > SHOWN) {
            int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
            value = value.substring(0, end) + "…";
        }
    }

    /** A problem of no special kind. */
    public RowError(String file, long line, String column, String value, String problem, String advice) {
        this(file, line, column, value, problem, advice, ANY);
    }

    /** The same of a reader that knows only the names of files in that folder. */
    public RowError within(String folder) {
        return new RowError(folder + "/" + file, line, column, value, problem, advice, check);
    }

    @Override
    public String toString() {
        String where = column.isBlank() ? "" : ", column " + column;
        String what = value.isBlank() ? "" : " (" + value + ")";
        return file + ":" + line + where + ": " + problem + what + ". " + advice;
    }
}
