package dev.segmentation.table.excel;

import dev.segmentation.table.RecordCells;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

/**
 * All cells of a sheet as they stand, for tables that are more than one header with rows below. Reads CSV, separated by
 * comma, semicolon or tab, and the one sheet of an XLSX workbook; nothing is computed.
 *
 * @param sheet name of the sheet, empty for CSV
 * @param rows its rows from the first on, blank ones among them
 */
public record CellGrid(String sheet, List<List<String>> rows) {
    private static final int MAX_ROWS = 10_000;
    private static final int MAX_COLUMNS = 100;
    private static final double LARGEST = 1e15;

    public CellGrid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The cell, empty beyond the end of its row. */
    public String cell(int row, int column) {
        List<String> cells = row < rows.size() ? rows.get(row) : List.<String>of();
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Whether nothing stands in that row. */
    public boolean isBlank(int row) {
        return rows.get(row).stream().allMatch(String::isBlank);
    }

    /**
     * Reads a file.
     *
     * @param file CSV in UTF-8 or XLSX, by its ending
     * @param errors receives cells that cannot be read; {@code name!sheet} is the file of those of a workbook
     * @throws TableException if the file as a whole cannot be read
     */
    public static CellGrid read(Path file, String name, Consumer<RowError> errors) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            WorkbookFile.read(file, name);
            return workbook(file, name, errors);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return new CellGrid("", csv(text.startsWith("\uFEFF") ? text.substring(1) : text, name, errors));
        } catch (CharacterCodingException e) {
            throw new TableException(name + " is not UTF-8. Save it as CSV UTF-8.", e);
        } catch (IOException e) {
            throw new TableException(name + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private static List<List<String>> csv(String text, String name, Consumer<RowError> errors) {
        List<List<String>> rows = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        char separator = separator(lines[0]);
        for (String line : lines) {
            String[] cells = RecordCells.quoted(line, separator, 1);
            if (cells == null) {
                String problem = "quotation marks of this line do not pair, or a cell holds a line break";
                String advice = "Put the whole cell in quotation marks, double those within, and keep it on one line.";
                errors.accept(new RowError(name, rows.size() + 1L, "", line, problem, advice));
            }
            rows.add(cells == null ? Collections.emptyList() : List.of(cells));
        }
        return rows;
    }

    private static char separator(String line) {
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    /** Reads the one sheet of a workbook. Texts and whole numbers are taken; all that would have to be computed is refused. */
    private static CellGrid workbook(Path file, String name, Consumer<RowError> errors) {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetAt(i).getPhysicalNumberOfRows() > 0) {
                    throw new TableException(name + " has a second sheet (" + workbook.getSheetName(i)
                            + "), which would not be read. Put it into a file of its own.");
                }
            }
            WorkbookParser.checkSheets(workbook, name);
            return of(workbook.getSheetAt(0), name, errors);
        } catch (TableException e) {
            throw e;
        } catch (IOException | OpenXML4JException | RuntimeException e) { // the library throws what it likes
            throw new TableException(name + " is no sound workbook (" + e.getMessage() + "). Save it again.", e);
        }
    }

    private static CellGrid of(XSSFSheet sheet, String name, Consumer<RowError> errors) {
        String file = name + WorkbookReader.SHEET + sheet.getSheetName();
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            String column = CellReference.convertNumToColString(merged.getFirstColumn());
            String advice = "Unmerge them and write each cell.";
            long row = merged.getFirstRow() + 1L;
            errors.accept(new RowError(file, row, column, merged.formatAsString(), "merged cells", advice));
        }
        if (sheet.getLastRowNum() >= MAX_ROWS) {
            throw new TableException(name + " has more than " + MAX_ROWS + " rows. Delete the rows below the table.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            List<String> cells = new ArrayList<>();
            for (int column = 0; row != null && column < Math.min(row.getLastCellNum(), MAX_COLUMNS); column++) {
                cells.add(text(row.getCell(column), file, errors));
            }
            rows.add(cells);
        }
        return new CellGrid(sheet.getSheetName(), rows);
    }

    private static String text(Cell cell, String file, Consumer<RowError> errors) {
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
        String column = CellReference.convertNumToColString(cell.getColumnIndex());
        String problem = "neither a text nor a whole number";
        String advice = "Format the cell as text and write what it shall say.";
        errors.accept(new RowError(file, cell.getRowIndex() + 1L, column, cell.toString(), problem, advice));
        return "";
    }
}
