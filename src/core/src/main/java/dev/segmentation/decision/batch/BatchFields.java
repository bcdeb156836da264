package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.BatchColumns.Column;
import dev.segmentation.decision.batch.MarkdownBlock.Cell;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cells of one row of a batch by what their columns mean. */
final class BatchFields {
    private static final Cell BLANK = new Cell("", "");

    private final Map<Column, Cell> cells = new EnumMap<>(Column.class);

    BatchFields() {}

    /** The cells of a row; a column that means nothing here is {@code null}. */
    BatchFields(List<Column> columns, List<Cell> row) {
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            if (columns.get(i) != null) {
                cells.put(columns.get(i), row.get(i));
            }
        }
    }

    Cell cell(Column column) {
        return cells.getOrDefault(column, BLANK);
    }

    /** What the cell says, lines and all; empty if there is none. */
    String text(Column column) {
        return cell(column).text();
    }

    /** The same in one line, and empty for a dash. */
    String plain(Column column) {
        String text = text(column).replace('\n', ' ');
        return BatchCells.dash(text) ? "" : text;
    }

    /** Whether it is a row of a worklist, with a column for the group and the id of its master, in which nothing is filled in. */
    boolean untouched() {
        return has(Column.GROUP)
                && !text(Column.MASTER_ID).isEmpty()
                && Stream.of(Column.GROUP, Column.DETAIL, Column.NAICS, Column.METHOD, Column.SUPPORT, Column.STATUS)
                        .allMatch(column -> BatchCells.dash(text(column)));
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    /** The customer that the row is about; where it names master and customer, the master. */
    String customer() {
        return BatchCells.dash(text(Column.MASTER)) ? text(Column.CUSTOMER) : text(Column.MASTER);
    }

    /** Puts a text behind what a cell says. */
    void add(Column column, String text) {
        cells.merge(column, new Cell(text, ""), (a, b) -> new Cell(NamesInCell.joined(a.text(), b.text()), a.link()));
    }
}
