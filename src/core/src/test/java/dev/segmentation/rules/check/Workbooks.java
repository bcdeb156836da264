package dev.segmentation.rules.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks for tests. */
final class Workbooks {
    private Workbooks() {}

    /** A workbook with one sheet that holds a table of plain cells; whole numbers become numbers. */
    static void write(Path file, String sheet, String table) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook.createSheet(sheet), table);
            save(workbook, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void fill(XSSFSheet sheet, String table) {
        String[] lines = table.split("\n");
        for (int r = 0; r < lines.length; r++) {
            String[] cells = lines[r].split(",");
            Row row = sheet.createRow(r);
            for (int c = 0; c < cells.length; c++) {
                set(row.createCell(c), cells[c]);
            }
        }
    }

    private static void set(Cell cell, String text) {
        if (text.matches("[1-9]\\d*")) {
            cell.setCellValue(Double.parseDouble(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    static void edit(Path file, Consumer<XSSFWorkbook> edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            edit.accept(workbook);
            save(workbook, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of that address in the first sheet, made if it is not there. */
    static Cell cell(XSSFWorkbook workbook, String address) {
        CellReference place = new CellReference(address);
        XSSFSheet sheet = workbook.getSheetAt(0);
        Row row = sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static void put(XSSFWorkbook workbook, String address, String text) {
        set(cell(workbook, address), text);
    }

    private static void save(XSSFWorkbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
