package dev.segmentation.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fills in workbooks as people do. */
final class Workbooks {
    private Workbooks() {}

    /** Sets cells of a row of the first sheet, each after the title of its column. */
    static void set(Path file, int row, String... cells) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Sheet sheet = workbook.getSheetAt(0);
            Row titles = sheet.getRow(0);
            for (int i = 0; i < cells.length; i += 2) {
                for (int column = 0; column < titles.getLastCellNum(); column++) {
                    if (titles.getCell(column).getStringCellValue().equals(cells[i])) {
                        sheet.getRow(row).getCell(column).setCellValue(cells[i + 1]);
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }
}
