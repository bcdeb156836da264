package dev.segmentation.table.excel;

import dev.segmentation.table.Header;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TitleGuess;
import dev.segmentation.table.excel.WorkbookSheet.Fault;
import dev.segmentation.table.excel.WorkbookSheet.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the tables of an {@code .xlsx} workbook as {@code TableReader} reads a CSV file. Every sheet counts whose first row
 * has the columns; other sheets are left alone. Rows and errors name their file as {@code terms.xlsx!Sheet} and their row
 * as Excel shows it.
 */
public final class WorkbookReader {
    /** Stands between the name of a workbook and that of a sheet. */
    public static final char SHEET = '!';

    private static final int LOOKED_AT = 20;

    private final WorkbookSheet sheet;
    private final String file;
    private final Line first;
    private final TableSpec spec;
    private final Header header;
    private final TableSink sink;

    private WorkbookReader(WorkbookSheet sheet, String workbook, TableSpec spec, TableSink sink) {
        this.sheet = sheet;
        this.file = workbook + SHEET + sheet.name();
        this.first = sheet.rows().get(0);
        this.spec = spec;
        this.header = Header.of(first.cells().stream().map(String::strip).toList(), spec);
        this.sink = sink;
    }

    /**
     * What a workbook holds, in a form that can be kept and read back without the library.
     *
     * @param name how errors call it
     * @throws TableException if it cannot be read
     */
    public static byte[] parse(byte[] workbook, String name) {
        return WorkbookSheet.toBytes(WorkbookParser.sheets(workbook, name));
    }

    /**
     * Reads the sheets that are tables of that kind.
     *
     * @param name how rows and errors call the workbook
     */
    public static void read(byte[] parsed, String name, TableSpec spec, TableSink sink) {
        List<WorkbookSheet> sheets = WorkbookSheet.fromBytes(parsed).stream()
                .filter(sheet -> !sheet.rows().isEmpty())
                .toList();
        int tables = 0;
        for (WorkbookSheet sheet : sheets) {
            tables += new WorkbookReader(sheet, name, spec, sink).read(sheets.size() == 1) ? 1 : 0;
        }
        if (tables == 0) {
            String problem = sheets.isEmpty() ? "the workbook is empty" : "no sheet is a table of this kind";
            String advice = "A sheet needs a first row with the columns " + String.join(", ", spec.required()) + ".";
            sink.errors().accept(new RowError(name, 0, "", "", problem, advice, "empty-file"));
        }
    }

    /** Gives whether the sheet is a table of that kind, or meant to be one. */
    private boolean read(boolean only) {
        List<String> missing = header.missing(spec);
        if (missing.isEmpty()) {
            rows();
            return true;
        }
        int below = below();
        if (only || missing.size() < spec.required().size() || below > 0) {
            sink.errors()
                    .accept(header.lacking(file, first.number(), spec, below).fault(file));
            return true;
        }
        String problem = "the sheet is not read, since its first row has not the columns of this table";
        remark(first.number(), "sheet-not-read", problem, "");
        return false;
    }

    /** How many rows further down a header row stands that fits, 0 if none does. */
    private int below() {
        return sheet.rows().stream()
                .skip(1)
                .limit(LOOKED_AT)
                .filter(row -> Header.of(row.cells(), spec).missing(spec).isEmpty())
                .mapToInt(row -> row.number() - first.number())
                .findFirst()
                .orElse(0);
    }

    private void rows() {
        TitleGuess.remarks(file, first.number(), header, spec, sink.remarks());
        if (sheet.hidden()) {
            remark(1, "hidden-sheet", "the sheet is hidden", "Show it; its rows count.");
        }
        if (first.number() > 1) {
            remark(first.number(), "header-late", "blank rows stand above the header", "Delete them.");
        }
        Set<Integer> refused = faults();
        int former = first.number();
        for (Line row : sheet.rows().subList(1, sheet.rows().size())) {
            if (row.number() > former + 1) {
                remark(former + 1, "blank-row", "a blank row stands inside the table", TableReader.BLANK_ADVICE);
            }
            former = row.number();
            if (!row.cells().get(0).stripLeading().startsWith("#") && !refused.contains(row.number())) {
                row(row);
            }
        }
    }

    /** Reports what the sheet should not have; gives the rows that cannot be used. */
    private Set<Integer> faults() {
        Set<Integer> refused = new HashSet<>();
        for (Fault fault : sheet.faults()) {
            if (fault.column() >= header.width()) {
                continue;
            }
            int row = fault.row() == 0 ? first.number() : fault.row();
            String column = fault.column() < 0 ? "" : header.nameAt(fault.column());
            RowError error =
                    new RowError(file, row, column, fault.value(), fault.problem(), fault.advice(), fault.check());
            (fault.error() ? sink.errors() : sink.remarks()).accept(error);
            if (fault.error()) {
                refused.add(row);
            }
        }
        return refused;
    }

    private void row(Line row) {
        String beyond = row.cells().stream()
                .skip(header.width())
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining(", "));
        if (beyond.isEmpty()) {
            String[] cells = row.cells().toArray(String[]::new);
            sink.rows().accept(new Row(file, row.number(), header.columns(), cells));
        } else {
            String problem = "cells stand to the right of the table";
            String advice = "Give their column a title, or clear them.";
            sink.errors().accept(new RowError(file, row.number(), "", beyond, problem, advice, "too-many-cells"));
        }
    }

    private void remark(int row, String check, String problem, String advice) {
        sink.remarks().accept(new RowError(file, row, "", "", problem, advice, check));
    }
}
