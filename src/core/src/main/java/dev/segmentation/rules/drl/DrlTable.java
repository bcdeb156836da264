package dev.segmentation.rules.drl;

import dev.segmentation.rules.table.Finding;
import dev.segmentation.table.excel.CellGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.decisiontable.parser.RuleSheetListener;

/**
 * A Drools table: settings, the cell {@code RuleTable}, and below it kinds of columns, facts, code, titles and one rule per row;
 * and the DRL that Drools makes from it once {@link DrlTableLint} has found it sound. Drools' own readers of CSV and XLSX are left
 * out: its table compiler gets the very cells that were checked.
 */
final class DrlTable {
    static final String NAME = "NAME";
    static final String PRIORITY = "PRIORITY";
    static final String CONDITION = "CONDITION";
    static final String ACTION = "ACTION";
    static final Set<String> KINDS = Set.of(NAME, PRIORITY, CONDITION, ACTION);

    static final String PACKAGE = "RuleSet";
    private static final String NOTES = "Notes";
    static final Set<String> SETTINGS = Set.of(PACKAGE, "Import", NOTES);

    /** Behind the type of a fact: the next column is about the same fact. */
    static final String SAME_FACT = "...";

    /** Stands for a blank cell of an action, which means an empty text; Drools would drop its part of the action. */
    private static final String BLANK = "\uE000";

    /** Drools writes this line above each rule. */
    private static final Pattern ORIGIN = Pattern.compile("// rule values at [A-Z]+(\\d+), header at .*");

    private final CellGrid grid;
    private final int tableRow;
    private final int lastRow;
    private final int width;

    DrlTable(CellGrid grid) {
        this.grid = grid;
        int rows = grid.rows().size();
        this.tableRow = first(rows, row -> opensTable(grid.cell(row, 0)));
        this.lastRow =
                IntStream.range(0, rows).filter(row -> !grid.isBlank(row)).max().orElse(-1);
        this.width = grid.rows().stream().mapToInt(List::size).max().orElse(0);
    }

    private static int first(int bound, IntPredicate is) {
        return IntStream.range(0, Math.max(0, bound)).filter(is).findFirst().orElse(-1);
    }

    /** Whether Drools takes that cell for the beginning of a table. */
    static boolean opensTable(String cell) {
        return cell.toLowerCase(Locale.ROOT).startsWith("ruletable");
    }

    CellGrid grid() {
        return grid;
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

    int firstRow() {
        return tableRow + 5;
    }

    int lastRow() {
        return lastRow;
    }

    int width() {
        return width;
    }

    String kind(int column) {
        return grid.cell(kindRow(), column);
    }

    /** What a message calls that column: its title, else its letter. */
    String title(int column) {
        String title = tableRow < 0 ? "" : grid.cell(titleRow(), column);
        return title.isEmpty() ? letter(column) : title;
    }

    private static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letter(column / 26 - 1) + last;
    }

    /** The text for the guard; what it refuses is told with sheet, row and column. */
    RuleText text(String file) {
        String drl = drl();
        return new RuleText(file, drl, rows(drl), this);
    }

    private String drl() {
        DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
        listener.startSheet("");
        for (int row = 0; row <= lastRow; row++) {
            listener.newRow(row, width);
            if (!grid.cell(row, 0).equals(NOTES)) {
                cells(listener, row);
            }
        }
        listener.finishSheet();
        return new SpreadsheetCompiler().listenerToString(listener).replace(BLANK, "");
    }

    private void cells(RuleSheetListener listener, int row) {
        int first = RuleSheetListener.NON_MERGED;
        for (int column = 0; column < width; column++) {
            String cell = grid.cell(row, column);
            boolean shared = row == factRow() && cell.endsWith(SAME_FACT);
            first = !shared ? RuleSheetListener.NON_MERGED : first == RuleSheetListener.NON_MERGED ? column : first;
            if (shared) {
                cell = cell.substring(0, cell.length() - SAME_FACT.length()).strip();
            } else if (cell.isEmpty() && row >= firstRow() && kind(column).equals(ACTION)) {
                cell = BLANK;
            }
            listener.newCell(row, column, cell, first);
        }
    }

    /** What was found in the DRL made from a row, 0 for what stands above the rules, said of the cell that it comes from. */
    Finding finding(String check, String file, int row, String found, String problem, String advice) {
        int line = row;
        String title = "";
        if (row == 0) {
            line = 1
                    + Math.max(
                            0,
                            first(
                                    tableRow,
                                    at -> !found.isEmpty() && grid.cell(at, 1).contains(found)));
        } else if (!found.isBlank()) {
            for (int at : new int[] {row - 1, codeRow(), factRow()}) {
                int column = first(width, one -> grid.cell(at, one).contains(found));
                if (column >= 0) {
                    line = at + 1;
                    title = title(column);
                    break;
                }
            }
        }
        return new Finding(Finding.Level.ERROR, check, file, grid.sheet(), line, title, found, problem, advice);
    }

    /** The text once it has passed the guard and comes from the cache, without the table. */
    static RuleText ofCache(String file, String drl) {
        return new RuleText(file, drl, rows(drl), null);
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
