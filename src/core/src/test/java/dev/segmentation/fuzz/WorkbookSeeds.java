package dev.segmentation.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people make them: plain, with all that cells may hold, and with what a table should not have. */
final class WorkbookSeeds {
    private WorkbookSeeds() {}

    static List<byte[]> all() throws IOException {
        return List.of(
                workbook(workbook -> table(workbook, "Terms", 12)),
                workbook(workbook -> {
                    table(workbook, "North", 4);
                    table(workbook, "South", 3);
                    workbook.createSheet("Empty");
                    workbook.createSheet("Notes").createRow(2).createCell(1).setCellValue("remember");
                }),
                workbook(WorkbookSeeds::odd));
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XSSFSheet table(XSSFWorkbook workbook, String name, int rows) {
        XSSFSheet sheet = workbook.createSheet(name);
        row(sheet, 0, "Code", "Word");
        for (int i = 1; i <= rows; i++) {
            row(sheet, i, "C" + i, "word " + i);
            sheet.getRow(i).createCell(2).setCellValue(i * 1.5);
        }
        sheet.getRow(0).createCell(2).setCellValue("Weight");
        return sheet;
    }

    private static void row(XSSFSheet sheet, int at, String code, String word) {
        XSSFRow row = sheet.createRow(at);
        row.createCell(0).setCellValue(code);
        row.createCell(1).setCellValue(word);
    }

    private static void odd(XSSFWorkbook workbook) {
        XSSFSheet sheet = table(workbook, "Odd", 8);
        sheet.getRow(1).createCell(1).setCellFormula("1+1");
        sheet.getRow(2).createCell(1).setCellErrorValue((byte) 7);
        sheet.getRow(3).createCell(1).setCellValue(true);
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat((short) 22);
        sheet.getRow(4).createCell(1).setCellValue(LocalDateTime.of(2026, 3, 31, 14, 30));
        sheet.getRow(4).getCell(1).setCellStyle(date);
        sheet.getRow(5).createCell(0).setCellValue("# not yet");
        sheet.getRow(6).setZeroHeight(true);
        row(sheet, 11, "C11", "K\u201312 \uD83D\uDE00");
        sheet.addMergedRegion(new CellRangeAddress(7, 8, 0, 1));
        sheet.setColumnHidden(2, true);
    }
}
