package dev.segmentation.table.excel;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the one sheet of a workbook. Texts and whole numbers are taken; all that would have to be computed is refused. */
final class WorkbookGrid {
    private static final int MAX_ROWS = 10_000;
    private static final int MAX_COLUMNS = 100;
    private static final double LARGEST = 1e15;

    private final String name;
    private final XSSFSheet sheet;
    private final Consumer<RowError> errors;

    private WorkbookGrid(String name, XSSFSheet sheet, Consumer<RowError> errors) {
        this.name = name;
        this.sheet = sheet;
        this.errors = errors;
    }

    static CellGrid read(Path file, String name, Consumer<RowError> errors) {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetAt(i).getPhysicalNumberOfRows() > 0) {
                    throw new TableException(name + " has a second sheet (" + workbook.getSheetName(i)
                            + "), which would not be read. Put it into a file of its own.");
                }
            }
            WorkbookParser.checkSheets(workbook, name);
            XSSFSheet sheet = workbook.getSheetAt(0);
            return new CellGrid(sheet.getSheetName(), new WorkbookGrid(name, sheet, errors).rows());
        } catch (TableException e) {
            throw e;
        } catch (IOException | OpenXML4JException | RuntimeException e) { // the library throws what it likes
            throw new TableException(name + " is no sound workbook (" + e.getMessage() + "). Save it again.", e);
        }
    }

    private List<List<String>> rows() {
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            refuse(
                    merged.getFirstRow(),
                    merged.getFirstColumn(),
                    merged.formatAsString(),
                    "merged cells",
                    "Unmerge them and write each cell.");
        }
        if (sheet.getLastRowNum() >= MAX_ROWS) {
            throw new TableException(name + " has more than " + MAX_ROWS + " rows. Delete the rows below the table.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            List<String> cells = new ArrayList<>();
            for (int column = 0; row != null && column < Math.min(row.getLastCellNum(), MAX_COLUMNS); column++) {
                cells.add(text(row.getCell(column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private String text(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            double number = cell.getNumericCellValue();
            if (!DateUtil.isCellDateFormatted(cell) && number == Math.rint(number) && Math.abs(number) < LARGEST) {
                return Long.toString((long) number);
            }
        }
        refuse(
                cell.getRowIndex(),
                cell.getColumnIndex(),
                cell.toString(),
                "neither a text nor a whole number",
                "Format the cell as text and write what it shall say.");
        return "";
    }

    private void refuse(int row, int column, String value, String problem, String advice) {
        String title = CellReference.convertNumToColString(column);
        errors.accept(new RowError(name + "!" + sheet.getSheetName(), row + 1L, title, value, problem, advice));
    }
}
