package dev.segmentation.table.excel;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.excel.WorkbookSheet.Fault;
import dev.segmentation.table.excel.WorkbookSheet.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Takes the texts out of a workbook. Nothing in it is ever evaluated: a formula is a fault of its cell. Text and numbers
 * come as people see them, dates as year, month and day.
 */
final class WorkbookParser {
    private static final String SAVE_ANEW = "Open it in Excel and save it anew as .xlsx.";

    /** Columns that may hold anything; the last is IV. */
    static final int MOST_COLUMNS = 256;

    /** Cells of all sheets together, from column A to the last of each row. */
    static final int MOST_CELLS = 500_000;

    /** Excel keeps fifteen digits; what stands behind them is rounding. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Sheet sheet;
    private final String name;
    private final List<Line> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int width;
    private int left;

    private WorkbookParser(Sheet sheet, String name, int left) {
        this.sheet = sheet;
        this.name = name;
        this.left = left;
    }

    /**
     * All sheets of a workbook.
     *
     * @throws TableException if the library cannot make sense of it, or a cell stands too far to the right or is one too many
     */
    static List<WorkbookSheet> sheets(byte[] bytes, String name) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            checkSheets(workbook, name);
            List<WorkbookSheet> sheets = new ArrayList<>();
            int left = MOST_CELLS;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
                WorkbookParser parser = new WorkbookParser(workbook.getSheetAt(i), name, left);
                sheets.add(parser.sheet(hidden));
                left = parser.left;
            }
            return sheets;
        } catch (TableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String problem = "it cannot be read as a workbook";
            String cause = String.valueOf(e.getMessage());
            RowError fault = new RowError(name, 0, "", cause, problem, SAVE_ANEW, "not-a-workbook");
            throw new TableException(name + ": " + problem + " (" + fault.value() + "). " + SAVE_ANEW, fault);
        }
    }

    /** The library leaves out a sheet whose part is missing or of another kind, without a word. */
    static void checkSheets(XSSFWorkbook workbook, String name) {
        int named = workbook.getCTWorkbook().getSheets().sizeOfSheetArray();
        if (named != workbook.getNumberOfSheets()) {
            String problem =
                    "the workbook has " + named + " sheets, and " + workbook.getNumberOfSheets() + " can be read";
            throw WorkbookFile.fault(name, "cut-off-workbook", problem, SAVE_ANEW);
        }
    }

    private WorkbookSheet sheet(boolean hidden) {
        for (Row row : sheet) {
            row(row);
        }
        for (int column = 0; column < width; column++) {
            if (sheet.isColumnHidden(column)) {
                String letters = CellReference.convertNumToColString(column);
                fault(false, "hidden-column", 0, column, letters, "the column is hidden", "Show it; its cells count.");
            }
        }
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            String advice = "Unmerge them and fill in every cell.";
            String cells = range.formatAsString();
            int row = range.getFirstRow() + 1;
            fault(true, "merged-cells", row, range.getFirstColumn(), cells, "cells are merged", advice);
        }
        return new WorkbookSheet(sheet.getSheetName(), hidden, rows, faults);
    }

    private void row(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            String text = text(cell);
            if (!text.isEmpty()) {
                left -= Math.max(0, cell.getColumnIndex() + 1 - cells.size());
                checkBounds(cell);
                while (cells.size() <= cell.getColumnIndex()) {
                    cells.add("");
                }
                cells.set(cell.getColumnIndex(), text);
            }
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        int number = row.getRowNum() + 1;
        rows.add(new Line(number, List.copyOf(cells)));
        width = Math.max(width, cells.size());
        if (row.getZeroHeight()) {
            fault(false, "hidden-row", number, -1, "", "the row is hidden", "Show it; it counts.");
        }
    }

    private void checkBounds(Cell cell) {
        if (cell.getColumnIndex() >= MOST_COLUMNS) {
            throw bound(cell, "a cell stands to the right of column IV", "Clear the cells beside the table.");
        }
        if (left < 0) {
            String most = String.format(Locale.ROOT, "the workbook has more than %,d cells", MOST_CELLS);
            throw bound(cell, most, "Clear the cells beside and below the table, divide it, or save it as CSV.");
        }
    }

    private TableException bound(Cell cell, String problem, String advice) {
        String file = name + WorkbookReader.SHEET + sheet.getSheetName();
        String column = CellReference.convertNumToColString(cell.getColumnIndex());
        RowError fault =
                new RowError(file, cell.getRowIndex() + 1L, column, text(cell), problem, advice, "workbook-size");
        return new TableException(fault.toString(), fault);
    }

    private String text(Cell cell) {
        switch (cell.getCellType()) {
            case STRING:
                return cell.getStringCellValue();
            case NUMERIC:
                return number(cell);
            case BOOLEAN:
                return cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case FORMULA:
                String formula = "=" + cell.getCellFormula();
                cellFault(cell, "formula", formula, "the cell holds a formula", "Paste its value instead.");
                return formula;
            case ERROR:
                String error = FormulaError.forInt(cell.getErrorCellValue()).getString();
                cellFault(cell, "error-cell", error, "the cell holds an error", "Fill in its value.");
                return error;
            default:
                return "";
        }
    }

    private void cellFault(Cell cell, String check, String value, String problem, String advice) {
        fault(true, check, cell.getRowIndex() + 1, cell.getColumnIndex(), value, problem, advice);
    }

    private void fault(boolean error, String check, int row, int column, String value, String problem, String advice) {
        faults.add(new Fault(error, check, row, column, value, problem, advice));
    }

    /** 236220, not 236220.0; a date as 2026-03-31. */
    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime time = cell.getLocalDateTimeCellValue();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        }
        BigDecimal number = new BigDecimal(cell.getNumericCellValue()).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
