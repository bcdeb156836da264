package dev.segmentation.table.excel;

import java.util.List;

/**
 * One sheet of a workbook as plain texts.
 *
 * @param name its name
 * @param hidden whether people do not see it
 * @param rows the rows that hold anything, top to bottom
 * @param faults what a table should not have
 */
record WorkbookSheet(String name, boolean hidden, List<Line> rows, List<Fault> faults) {

    /** Copies the lists. */
    WorkbookSheet {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * A row.
     *
     * @param number as Excel shows it, from 1
     * @param cells its cells from column A on
     */
    record Line(int number, List<String> cells) {}

    /**
     * Something about a cell, row or column.
     *
     * @param error whether the row cannot be used for it
     * @param row as Excel shows it, 0 for the sheet
     * @param column 0 is column A; -1 if it is about the whole row
     * @param value the text at fault
     */
    record Fault(boolean error, String check, int row, int column, String value, String problem, String advice) {}
}
