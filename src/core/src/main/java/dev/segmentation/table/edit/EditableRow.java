package dev.segmentation.table.edit;

import java.util.Arrays;
import java.util.Map;

/** One row of an {@link EditableTable}, as it was read and as it is to be. */
public final class EditableRow {
    private final TableColumns columns;
    private final long line;
    private final String[] former;
    private String[] cells;

    /** A row. */
    EditableRow(TableColumns columns, long line, String[] former, String[] cells) {
        this.columns = columns;
        this.line = line;
        this.former = former;
        this.cells = cells;
    }

    /** The line on which it begins in the file that was read, 1 is the header; 0 for a row that is new. */
    public long line() {
        return line;
    }

    /** The cell of that column without surrounding space; empty if the row or the table has none. */
    public String get(String column) {
        int index = columns.index(column);
        return cells == null || index < 0 || index >= cells.length ? "" : cells[index].strip();
    }

    /** What it holds, by column, in the order of the table; a deleted row holds nothing. */
    public Map<String, String> cells() {
        return columns.named(cells);
    }

    /** What was read, by column; a new row held nothing. */
    public Map<String, String> former() {
        return columns.named(former);
    }

    /** Whether it is not in the file that was read. */
    public boolean added() {
        return former == null;
    }

    /** Whether it is not to be written. */
    public boolean deleted() {
        return cells == null;
    }

    /** Whether it is to be written otherwise than it was read. */
    public boolean changed() {
        return !Arrays.equals(former, cells);
    }

    String[] raw() {
        return cells;
    }

    void set(String[] newCells) {
        cells = newCells;
    }
}
