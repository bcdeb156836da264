package dev.segmentation.table;

import java.util.Map;

/** One row of a table: cells by column name. */
public record Row(String file, long line, Map<String, Integer> columns, String[] cells) {

    /** The cell of that column without surrounding space; empty if the row or the file has none. */
    public String get(String column) {
        Integer index = columns.get(column);
        return index == null || index >= cells.length ? "" : cells[index].strip();
    }

    /** File and line. */
    public String place() {
        return file + ":" + line;
    }

    /** A problem in one cell of this row. */
    public RowError error(String column, String problem, String advice) {
        return new RowError(file, line, column, column.isEmpty() ? "" : get(column), problem, advice);
    }

    /** A problem of that kind in one cell of this row. */
    public RowError error(String check, String column, String problem, String advice) {
        return new RowError(file, line, column, column.isEmpty() ? "" : get(column), problem, advice, check);
    }
}
