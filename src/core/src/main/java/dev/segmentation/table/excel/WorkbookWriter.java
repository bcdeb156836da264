package dev.segmentation.table.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes one table as an {@code .xlsx} workbook for people to fill in. Every cell is text, so that a name that begins with an
 * equals sign is a name and 00123 keeps its zeros; a column with choices has a drop-down that allows nothing else.
 */
public final class WorkbookWriter {
    private static final String LISTS = "Lists";
    private static final int LONGEST_CELL = 32_767;
    private static final int CHARACTER = 256;

    private final List<Column> columns;

    /**
     * A column.
     *
     * @param width in characters
     * @param choices what may stand in a cell, empty if anything may
     * @param forPeople whether people fill it in; other columns are grey
     */
    public record Column(String title, int width, List<String> choices, boolean forPeople) {
        public Column {
            choices = List.copyOf(choices);
        }
    }

    /** A writer of tables with these columns. */
    public WorkbookWriter(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Writes a workbook. */
    public void write(Path file, String sheet, List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet table = workbook.createSheet(sheet);
            XSSFSheet lists = workbook.createSheet(LISTS);
            short text = workbook.createDataFormat().getFormat("@");
            CellStyle bold = bold(workbook);
            CellStyle plain = text(workbook, text);
            CellStyle grey = text(workbook, text);
            grey.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            grey.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            XSSFRow header = table.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                cell(header, i, column.title(), bold);
                table.setColumnWidth(i, column.width() * CHARACTER);
                table.setDefaultColumnStyle(i, column.forPeople() ? plain : grey);
                choices(table, lists, i, rows.size());
            }
            for (int r = 0; r < rows.size(); r++) {
                XSSFRow row = table.createRow(r + 1);
                for (int i = 0; i < columns.size(); i++) {
                    cell(row, i, rows.get(r).get(i), columns.get(i).forPeople() ? plain : grey);
                }
            }
            table.createFreezePane(1, 1);
            table.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, columns.size() - 1));
            workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.HIDDEN);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static void cell(XSSFRow row, int index, String text, CellStyle style) {
        XSSFCell cell = row.createCell(index);
        cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        cell.setCellStyle(style);
    }

    /** Excel takes a short list in the rule itself and a long one only from cells, so all stand in a hidden sheet. */
    private void choices(XSSFSheet table, XSSFSheet lists, int index, int rows) {
        List<String> choices = columns.get(index).choices();
        if (choices.isEmpty() || rows == 0) {
            return;
        }
        for (int i = 0; i < choices.size(); i++) {
            XSSFRow row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(index).setCellValue(choices.get(i));
        }
        String column = CellReference.convertNumToColString(index);
        String range = LISTS + "!$" + column + "$1:$" + column + "$" + choices.size();
        DataValidationConstraint list = table.getDataValidationHelper().createFormulaListConstraint(range);
        DataValidation rule =
                table.getDataValidationHelper().createValidation(list, new CellRangeAddressList(1, rows, index, index));
        rule.setShowErrorBox(true);
        rule.setErrorStyle(DataValidation.ErrorStyle.STOP);
        rule.createErrorBox(columns.get(index).title(), "Choose one of the list.");
        rule.setEmptyCellAllowed(true);
        table.addValidationData(rule);
    }

    private static CellStyle bold(XSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        return style;
    }

    private static CellStyle text(XSSFWorkbook workbook, short format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(format);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
