package dev.segmentation.rules.drl;

import dev.segmentation.rules.table.Finding;
import dev.segmentation.table.excel.CellGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what is wrong with a Drools table before Drools reads it, for Drools drops rows, merges cells and pastes values into
 * code without a word. Values are texts or whole numbers: what could end the text they are pasted into is refused.
 */
final class DrlTableLint {
    private static final String CHECK = "drools-table";
    private static final String PARAM = "$param";
    private static final String QUOTED = "\"$param\"";
    private static final Pattern OTHER_PARAMETER = Pattern.compile("\\$\\d|\\bforall\\b|\\$$|\\$\\W|//|/\\*");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final int MAX_CELL = 500;

    private final String file;
    private final CellGrid grid;
    private final DrlTable table;
    private final List<Finding> findings = new ArrayList<>();

    private DrlTableLint(String file, DrlTable table) {
        this.file = file;
        this.grid = table.grid();
        this.table = table;
    }

    static List<Finding> check(String file, DrlTable table) {
        DrlTableLint lint = new DrlTableLint(file, table);
        lint.everyCell();
        if (table.tableRow() < 0 || table.lastRow() < table.firstRow()) {
            lint.refuse(0, "", "", "there is no table of rules in it", "See \"Drools tables\" in rules/README.md.");
        } else {
            lint.settings();
            lint.head();
            lint.rules();
        }
        return lint.findings;
    }

    private void everyCell() {
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < grid.rows().get(row).size(); column++) {
                String cell = grid.cell(row, column);
                if (cell.indexOf('\\') >= 0) {
                    refuse(row, column, "a backslash", "Write the value without it.");
                } else if (cell.chars().anyMatch(c -> DrlTokens.hidden((char) c))) {
                    refuse(row, column, "a line break or a character that cannot be seen", "Write the cell anew.");
                } else if (cell.indexOf('“') >= 0 || cell.indexOf('”') >= 0 || cell.indexOf('„') >= 0) {
                    refuse(row, column, "curly quotation marks", "Write straight ones, or none in values.");
                } else if (cell.length() > MAX_CELL) {
                    refuse(row, column, "more than " + MAX_CELL + " characters in one cell", "Shorten it.");
                }
            }
        }
    }

    private void settings() {
        boolean named = false;
        for (int row = 0; row < table.tableRow(); row++) {
            String setting = grid.cell(row, 0);
            if (!grid.isBlank(row) && !DrlTable.SETTINGS.contains(setting)) {
                refuse(row, 0, "this setting is not allowed", "Above the table stand RuleSet, Import and Notes alone.");
            }
            named |= setting.equals(DrlTable.PACKAGE);
            for (int column = 1; column < table.width(); column++) {
                if (column > 1 && !grid.cell(row, column).isEmpty()
                        || grid.cell(row, column).indexOf('"') >= 0) {
                    refuse(row, column, "no place for this", "A setting has one value, without quotation marks.");
                }
            }
        }
        if (!named) {
            refuse(0, "", "", "the setting RuleSet is missing", "Write the package of the rules behind it.");
        }
        for (int column = 0; column < table.width(); column++) {
            String cell = grid.cell(table.tableRow(), column);
            if (column == 0 ? cell.indexOf('"') >= 0 : !cell.isEmpty()) {
                refuse(table.tableRow(), column, "no place for this", "RuleTable and a name stand alone in their row.");
            }
        }
    }

    private void head() {
        for (int column = 0; column < table.width(); column++) {
            String kind = table.kind(column);
            if (!DrlTable.KINDS.contains(kind)) {
                refuse(table.kindRow(), column, "no kind of column", "Write NAME, PRIORITY, CONDITION or ACTION.");
                continue;
            }
            String fact = grid.cell(table.factRow(), column);
            boolean condition = kind.equals(DrlTable.CONDITION);
            if (fact.isEmpty() == condition || fact.indexOf('"') >= 0) {
                refuse(table.factRow(), column, "no fact", "Write the fact above conditions, and nothing elsewhere.");
            }
            String before = column == 0 ? "" : grid.cell(table.factRow(), column - 1);
            if (fact.endsWith(DrlTable.SAME_FACT) && before.endsWith(DrlTable.SAME_FACT) && !fact.equals(before)) {
                String advice = "Write the same, or leave out the dots.";
                refuse(table.factRow(), column, "another fact in one pattern", advice);
            }
            code(column, condition || kind.equals(DrlTable.ACTION));
            if (grid.cell(table.titleRow(), column).indexOf('"') >= 0) {
                refuse(table.titleRow(), column, "a quotation mark", "Write the title without it.");
            }
        }
        for (String kind : List.of(DrlTable.NAME, DrlTable.PRIORITY)) {
            IntStream columns = IntStream.range(0, table.width());
            if (columns.filter(column -> table.kind(column).equals(kind)).count() != 1) {
                refuse(table.kindRow(), "", kind, "exactly one such column is needed", "Mend the heads.");
            }
        }
    }

    private void code(int column, boolean expected) {
        String code = grid.cell(table.codeRow(), column);
        if (!expected || code.isEmpty()) {
            if (expected == code.isEmpty()) {
                String advice = "Write it below CONDITION and ACTION.";
                refuse(table.codeRow(), column, "code is missing or out of place", advice);
            }
            return;
        }
        int at = code.indexOf(PARAM);
        if (at < 0
                || at != code.lastIndexOf(PARAM)
                || OTHER_PARAMETER.matcher(code).find()) {
            refuse(table.codeRow(), column, "code needs $param exactly once", "Write it as in master.is(\"$param\").");
        }
    }

    private void rules() {
        Map<String, Integer> seen = new HashMap<>();
        for (int row = table.firstRow(); row <= table.lastRow(); row++) {
            if (grid.isBlank(row)) {
                refuse(row, "", "", "a blank row, below which Drools reads nothing", "Delete it.");
                continue;
            }
            StringBuilder asked = new StringBuilder();
            for (int column = 0; column < table.width(); column++) {
                value(row, column);
                String kind = table.kind(column);
                boolean asks = kind.equals(DrlTable.CONDITION) || kind.equals(DrlTable.PRIORITY);
                asked.append(asks ? grid.cell(row, column) : "").append('\n');
            }
            Integer former = seen.putIfAbsent(asked.toString(), row);
            if (former != null) {
                refuse(row, "", "", "row " + (former + 1) + " asks for the same", "Keep one of them.");
            }
        }
    }

    private void value(int row, int column) {
        String value = grid.cell(row, column);
        String kind = table.kind(column);
        boolean needed = kind.equals(DrlTable.NAME) || kind.equals(DrlTable.PRIORITY);
        if (value.indexOf('"') >= 0) {
            refuse(row, column, "a quotation mark in a value", "Write the value without it; the code has the marks.");
        } else if (needed && value.isEmpty()) {
            refuse(row, column, "this cell may not be blank", "Each rule needs its id and sentence, and a band.");
        } else if (DrlTable.opensTable(value)) {
            refuse(row, column, "this would begin another table", "Write the second table into a file of its own.");
        } else if (bare(column) && !value.isEmpty() && !WHOLE.matcher(value).matches()) {
            refuse(row, column, "no whole number", "A value that is a text needs \"$param\" in its code.");
        }
    }

    /** Whether values of that column are pasted without quotation marks around them. */
    private boolean bare(int column) {
        String code = grid.cell(table.codeRow(), column);
        int at = code.indexOf(QUOTED);
        boolean opens =
                at >= 0 && code.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 0;
        return !opens && !table.kind(column).equals(DrlTable.NAME);
    }

    private void refuse(int row, int column, String problem, String advice) {
        refuse(row, table.title(column), grid.cell(row, column), problem, advice);
    }

    private void refuse(int row, String column, String value, String problem, String advice) {
        findings.add(
                new Finding(Finding.Level.ERROR, CHECK, file, grid.sheet(), row + 1L, column, value, problem, advice));
    }
}
