package dev.segmentation.rules.drl;

import dev.segmentation.table.excel.CellGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.decisiontable.parser.RuleSheetListener;

/**
 * A Drools table that the lint has found sound, and the DRL that Drools makes from it. Drools' own readers of CSV and XLSX
 * are left out: its table compiler gets the very cells that were checked.
 */
final class DrlTable {
    /** Behind the type of a fact: the next column is about the same fact. */
    static final String SAME_FACT = "...";

    /** Stands for a blank cell of an action, which means an empty text; Drools would drop its part of the action. */
    private static final String BLANK = "\uE000";

    /** Drools writes this line above each rule. */
    private static final Pattern ORIGIN = Pattern.compile("// rule values at [A-Z]+(\\d+), header at .*");

    private final CellGrid grid;
    private final DrlTableLayout layout;

    DrlTable(CellGrid grid, DrlTableLayout layout) {
        this.grid = grid;
        this.layout = layout;
    }

    /** What Drools makes from it. */
    private String drl() {
        DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
        listener.startSheet("");
        for (int row = 0; row <= layout.lastRow(); row++) {
            listener.newRow(row, layout.width());
            if (!grid.cell(row, 0).equals(DrlTableLayout.NOTES)) {
                cells(listener, row);
            }
        }
        listener.finishSheet();
        return new SpreadsheetCompiler().listenerToString(listener).replace(BLANK, "");
    }

    private void cells(RuleSheetListener listener, int row) {
        int first = RuleSheetListener.NON_MERGED;
        for (int column = 0; column < layout.width(); column++) {
            String cell = grid.cell(row, column);
            boolean shared = row == layout.factRow() && cell.endsWith(SAME_FACT);
            first = !shared ? RuleSheetListener.NON_MERGED : first == RuleSheetListener.NON_MERGED ? column : first;
            if (shared) {
                cell = cell.substring(0, cell.length() - SAME_FACT.length()).strip();
            } else if (cell.isEmpty() && row >= layout.firstRow() && layout.isAction(column)) {
                cell = BLANK;
            }
            listener.newCell(row, column, cell, first);
        }
    }

    /** The text for the guard; what it refuses is told with sheet, row and column. */
    RuleText text(String file) {
        String drl = drl();
        List<Integer> rows = rows(drl);
        return new RuleText(file, drl, (path, line, found) -> {
            int row = rows.get((int) line);
            if (row == 0) {
                return new RuleText.Spot(grid.sheet(), layout.headRow(found) + 1L, "");
            }
            for (int at : new int[] {row - 1, layout.codeRow(), layout.factRow()}) {
                int column = found.isBlank() ? -1 : column(at, found);
                if (column >= 0) {
                    return new RuleText.Spot(grid.sheet(), at + 1L, layout.title(column));
                }
            }
            return new RuleText.Spot(grid.sheet(), row, "");
        });
    }

    private int column(int row, String found) {
        return IntStream.range(0, layout.width())
                .filter(column -> grid.cell(row, column).contains(found))
                .findFirst()
                .orElse(-1);
    }

    /** The text once it has passed the guard and comes from the cache, without the table. */
    static RuleText ofCache(String file, String drl) {
        List<Integer> rows = rows(drl);
        return new RuleText(file, drl, (path, line, found) -> new RuleText.Spot("", rows.get((int) line), ""));
    }

    /** The row of the table that each line of the DRL belongs to, 0 above the first rule; lines count from 1. */
    private static List<Integer> rows(String drl) {
        List<Integer> rows = new ArrayList<>(List.of(0));
        for (String line : drl.split("\n", -1)) {
            Matcher origin = ORIGIN.matcher(line);
            rows.add(origin.matches() ? Integer.parseInt(origin.group(1)) : rows.get(rows.size() - 1));
        }
        return List.copyOf(rows);
    }
}
