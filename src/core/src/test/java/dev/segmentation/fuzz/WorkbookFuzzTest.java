package dev.segmentation.fuzz;

import static dev.segmentation.testkit.FuzzInput.hold;

import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.excel.CellGrid;
import dev.segmentation.table.excel.WorkbookFile;
import dev.segmentation.table.excel.WorkbookReader;
import dev.segmentation.testkit.Fuzz;
import dev.segmentation.testkit.FuzzInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a workbook: it is refused by name, or every row of its tables comes out or is rejected. */
@Tag("long")
class WorkbookFuzzTest {
    private static final TableSpec SPEC = TableSpec.of("Code", "Word");
    private static final Logger LIBRARY = Logger.getLogger("org.apache.poi");

    @TempDir
    Path folder;

    /** The library logs whatever it dislikes. */
    @BeforeAll
    static void quiet() {
        LIBRARY.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LIBRARY.setLevel(null);
    }

    @Test
    void everyRowOfATableComesOutOrIsRejected() throws IOException, InterruptedException {
        List<byte[]> seeds = WorkbookSeeds.all();
        fuzz("workbooks", folder.resolve("terms.xlsx")).run(2_000, random -> {
            byte[] bytes = WorkbookDamage.mutated(seeds.get(random.nextInt(seeds.size())), random);
            return new FuzzInput(bytes, WorkbookFuzzTest::rows);
        });
    }

    @Test
    void anyWorkbookIsReadAsAGridOrRefused() throws IOException, InterruptedException {
        List<byte[]> seeds = WorkbookSeeds.all();
        fuzz("grids", folder.resolve("rules.drl.xlsx")).run(1_000, random -> {
            byte[] bytes = WorkbookDamage.mutated(seeds.get(random.nextInt(seeds.size())), random);
            return new FuzzInput(
                    bytes, file -> CellGrid.read(file, file.getFileName().toString(), error -> {}));
        });
    }

    private static void rows(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] whole = WorkbookFile.read(file, name);
        List<Row> rows = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        Set<String> left = new HashSet<>();
        WorkbookReader.read(
                WorkbookReader.parse(whole, name), name, SPEC, new TableSink(rows::add, errors::add, remark -> {
                    if (remark.check().equals("sheet-not-read")) {
                        left.add(remark.file());
                    }
                }));
        Set<String> out = new TreeSet<>();
        rows.forEach(row -> hold(out.add(row.file() + ":" + row.line()), "row " + row.line() + " comes out twice"));
        errors.forEach(error -> out.add(error.file() + ":" + error.line()));
        for (String row : there(whole, name, left, errors)) {
            hold(out.contains(row), row + " is neither read nor rejected, of " + out);
        }
    }

    /** The rows below the header of every sheet that is a table, by the library alone. */
    private static List<String> there(byte[] bytes, String name, Set<String> left, List<RowError> errors)
            throws IOException {
        List<String> there = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                String file = name + WorkbookReader.SHEET + sheet.getSheetName();
                boolean refused = errors.stream()
                        .anyMatch(e -> e.file().equals(file)
                                && (e.check().equals("missing-column")
                                        || e.check().equals("header-row")));
                boolean header = true;
                for (org.apache.poi.ss.usermodel.Row row : sheet) {
                    if (left.contains(file) || refused || blank(row)) {
                        continue;
                    }
                    Cell first = row.getCell(0);
                    boolean comment = first != null
                            && first.getCellType() == CellType.STRING
                            && first.getStringCellValue().stripLeading().startsWith("#");
                    if (!header && !comment) {
                        there.add(file + ":" + (row.getRowNum() + 1));
                    }
                    header = false;
                }
            }
        }
        return there;
    }

    private static boolean blank(org.apache.poi.ss.usermodel.Row row) {
        DataFormatter formatter = new DataFormatter();
        for (Cell cell : row) {
            boolean text = cell.getCellType() == CellType.STRING
                    && !cell.getStringCellValue().isBlank();
            boolean other = cell.getCellType() != CellType.STRING && cell.getCellType() != CellType.BLANK;
            if (text || other && !formatter.formatCellValue(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Fuzz fuzz(String target, Path file) {
        return new Fuzz(target, file, TableException.class, RulesException.class, OutputException.class);
    }
}
