package dev.segmentation.rules.table;

import dev.segmentation.table.RowError;
import dev.segmentation.table.excel.WorkbookReader;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something about a rules folder that its owner should know, with the place where it stands.
 *
 * @param level whether the rules can be used all the same
 * @param check short name of the check that found it, such as {@code duplicate-term}
 * @param file path from the rules folder on, with {@code /}; the folder's own path if it is about the whole
 * @param sheet name of the sheet of a workbook, empty for other files
 * @param row row or line, 1 is the first; 0 if it is about the whole file
 * @param column title of the column, empty if it is about the whole row
 * @param advice what to do, a sentence
 */
public record Finding(
        Level level,
        String check,
        String file,
        String sheet,
        long row,
        String column,
        String value,
        String problem,
        String advice) {

    /** How grave it is. */
    public enum Level {
        /**
         * Certainly wrong: the check fails. No run uses rules of which a row, a table or a rule cannot be read; what reads
         * well and contradicts itself is used as it stands.
         */
        ERROR,
        /** The rules work, but perhaps not as meant. */
        WARNING
    }

    /** File by file, top to bottom, errors before warnings of one row. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparing(Finding::sheet)
            .thenComparingLong(Finding::row)
            .thenComparing(Finding::level)
            .thenComparing(Finding::column)
            .thenComparing(Finding::check)
            .thenComparing(Finding::problem);

    /** Behind the name of a workbook, this stands before the name of a sheet, as spreadsheets write it. */
    static final String SHEET = RuleTables.WORKBOOK + WorkbookReader.SHEET;

    /** What a reader of tables found. */
    public static Finding of(Level level, RowError error) {
        int workbook = error.file().indexOf(SHEET);
        int sheet = workbook < 0 ? -1 : workbook + SHEET.length() - 1;
        return new Finding(
                level,
                error.check(),
                sheet < 0 ? error.file() : error.file().substring(0, sheet),
                sheet < 0 ? "" : error.file().substring(sheet + 1),
                error.line(),
                error.column(),
                error.value(),
                error.problem(),
                error.advice());
    }

    /** An error about one line of a text file. */
    public static Finding error(String check, String file, long line, String problem, String advice) {
        return new Finding(Level.ERROR, check, file, "", line, "", "", problem, advice);
    }

    /** The name of the level in small letters. */
    public String label() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The place and the problem as one line: {@code groups/utilities/terms.csv:12, column NAICS: problem (value). Advice.} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file.isEmpty() ? "rules" : file);
        if (!sheet.isEmpty()) {
            text.append(WorkbookReader.SHEET).append(sheet);
        }
        if (row > 0) {
            text.append(':').append(row);
        }
        if (!column.isBlank()) {
            text.append(", column ").append(column);
        }
        text.append(": ").append(problem);
        if (!value.isBlank()) {
            text.append(" (").append(value).append(')');
        }
        text.append('.');
        return advice.isBlank()
                ? text.toString()
                : text.append(' ').append(advice).toString();
    }
}
