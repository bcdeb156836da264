package dev.segmentation.rules.drl;

import dev.segmentation.table.excel.CellGrid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the parts of a Drools table stand: settings, the cell {@code RuleTable}, and below it kinds of columns, facts, code,
 * titles and one rule per row.
 */
final class DrlTableLayout {
    static final String NAME = "NAME";
    static final String PRIORITY = "PRIORITY";
    static final String CONDITION = "CONDITION";
    static final String ACTION = "ACTION";
    static final Set<String> KINDS = Set.of(NAME, PRIORITY, CONDITION, ACTION);

    static final String PACKAGE = "RuleSet";
    static final String IMPORT = "Import";
    static final String NOTES = "Notes";
    static final Set<String> SETTINGS = Set.of(PACKAGE, IMPORT, NOTES);

    private static final String TABLE = "ruletable";

    private final CellGrid grid;
    private final int tableRow;
    private final int lastRow;
    private final int width;

    DrlTableLayout(CellGrid grid) {
        this.grid = grid;
        int rows = grid.rows().size();
        this.tableRow = IntStream.range(0, rows)
                .filter(row -> opensTable(grid.cell(row, 0)))
                .findFirst()
                .orElse(-1);
        this.lastRow =
                IntStream.range(0, rows).filter(row -> !grid.isBlank(row)).max().orElse(-1);
        this.width = grid.rows().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Whether Drools takes that cell for the beginning of a table. */
    static boolean opensTable(String cell) {
        return cell.toLowerCase(Locale.ROOT).startsWith(TABLE);
    }

    /** The row of {@code RuleTable}, -1 if there is none. */
    int tableRow() {
        return tableRow;
    }

    int kindRow() {
        return tableRow + 1;
    }

    int factRow() {
        return tableRow + 2;
    }

    int codeRow() {
        return tableRow + 3;
    }

    int titleRow() {
        return tableRow + 4;
    }

    /** The first row that is a rule. */
    int firstRow() {
        return tableRow + 5;
    }

    /** The last row that is not blank. */
    int lastRow() {
        return lastRow;
    }

    int width() {
        return width;
    }

    String kind(int column) {
        return grid.cell(kindRow(), column);
    }

    boolean isAction(int column) {
        return kind(column).equals(ACTION);
    }

    /** Columns of that kind. */
    List<Integer> columns(String kind) {
        return IntStream.range(0, width)
                .filter(column -> kind(column).equals(kind))
                .boxed()
                .toList();
    }

    /** What a message calls that column: its title, else its letter. */
    String title(int column) {
        String title = tableRow < 0 ? "" : grid.cell(titleRow(), column);
        return title.isEmpty() ? letter(column) : title;
    }

    static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letter(column / 26 - 1) + last;
    }

    /** The row of the settings that holds that text, else the first. */
    int headRow(String text) {
        return IntStream.range(0, Math.max(0, tableRow))
                .filter(row -> !text.isEmpty() && grid.cell(row, 1).contains(text))
                .findFirst()
                .orElse(0);
    }
}
