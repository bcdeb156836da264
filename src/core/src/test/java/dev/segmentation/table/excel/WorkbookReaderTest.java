package dev.segmentation.table.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.table.Row;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookReaderTest {
    private static final TableSpec SPEC = TableSpec.of("Code", "Word");

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    @Test
    void cellsComeAsPeopleSeeThem() throws IOException {
        read(workbook -> {
            XSSFSheet sheet = sheet(workbook, "Terms");
            row(sheet, 1).createCell(0).setCellValue(236220);
            row(sheet, 2).createCell(0).setCellValue("007");
            row(sheet, 3).createCell(0).setCellValue(0.1 + 0.2);
            row(sheet, 4).createCell(0).setCellValue(1e15);
            row(sheet, 5).createCell(0).setCellValue(false);
            row(sheet, 6).createCell(0).setCellValue(-0.0);
            XSSFRichTextString rich = new XSSFRichTextString("BANK OF");
            rich.applyFont(0, 4, new XSSFFont());
            row(sheet, 7).createCell(0).setCellValue(rich);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 22);
            row(sheet, 8).createCell(0).setCellValue(LocalDate.of(2026, 3, 31));
            row(sheet, 9).createCell(0).setCellValue(LocalDateTime.of(2026, 3, 31, 14, 30));
            sheet.getRow(8).getCell(0).setCellStyle(date);
            sheet.getRow(9).getCell(0).setCellStyle(date);
        });

        assertThat(rows)
                .extracting(row -> row.get("Code"))
                .containsExactly(
                        "236220",
                        "007",
                        "0.3",
                        "1000000000000000",
                        "FALSE",
                        "0",
                        "BANK OF",
                        "2026-03-31",
                        "2026-03-31T14:30");
        assertThat(rows.get(0)).extracting(Row::file, Row::line).containsExactly("t.xlsx!Terms", 2L);
        assertThat(errors).isEmpty();
        assertThat(remarks).isEmpty();
    }

    @Test
    void everySheetThatIsSuchATableCountsAndOthersAreLeftAlone() throws IOException {
        read(workbook -> {
            row(sheet(workbook, "North"), 1).createCell(1).setCellValue("A");
            row(sheet(workbook, "South"), 1).createCell(1).setCellValue("B");
            workbook.createSheet("Sheet3");
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("remember");
        });

        assertThat(rows).extracting(Row::file).containsExactly("t.xlsx!North", "t.xlsx!South");
        assertThat(remarks).singleElement().asString().startsWith("t.xlsx!Notes:1: the sheet is not read");
    }

    @Test
    void formulaIsNeverEvaluated() throws IOException {
        read(workbook -> {
            XSSFRow row = row(sheet(workbook, "Terms"), 1);
            row.createCell(0).setCellFormula("1+1");
            row.createCell(1).setCellValue("A");
        });

        assertThat(rows).isEmpty();
        assertThat(errors)
                .containsExactly(
                        "t.xlsx!Terms:2, column Code: the cell holds a formula (=1+1). Paste its value instead.");
    }

    @Test
    void commentsAndBlankRowsAreNoRows() throws IOException {
        read(workbook -> {
            XSSFSheet sheet = sheet(workbook, "Terms");
            row(sheet, 1).createCell(0).setCellValue("# not yet");
            row(sheet, 2).createCell(0).setCellValue("  ");
            row(sheet, 3).createCell(0).setCellValue("1");
        });

        assertThat(rows).extracting(Row::line).containsExactly(4L);
        assertThat(remarks).singleElement().asString().startsWith("t.xlsx!Terms:3: a blank row");
    }

    @Test
    void workbookWithoutATableIsRefused() throws IOException {
        read(workbook -> workbook.createSheet("Sheet1"));

        assertThat(errors).singleElement().asString().contains("the workbook is empty", "columns Code, Word");
    }

    @Test
    void everyCutOfAWorkbookIsRefused() throws IOException {
        Path file =
                write(workbook -> row(sheet(workbook, "Terms"), 1).createCell(0).setCellValue(1));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WorkbookFile.read(file, "t.xlsx")).isInstanceOf(TableException.class);
        }
    }

    @Test
    void workbookThatUnpacksToTooMuchIsRefused() throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i <= 100; i++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> WorkbookFile.read(file, "t.xlsx")).hasMessageContaining("more than 100 MB");
    }

    @Test
    void workbookWithMacrosOrOfAnotherKindIsRefused() throws IOException {
        zip("xl/workbook.xml", "xl/vbaProject.bin");
        assertThatThrownBy(() -> WorkbookFile.read(folder.resolve("t.xlsx"), "t.xlsx"))
                .hasMessageContaining("holds macros");
        zip("mimetype", "content.xml");
        assertThatThrownBy(() -> WorkbookFile.read(folder.resolve("t.xlsx"), "t.xlsx"))
                .hasMessageContaining("Save it as .xlsx");
    }

    @Test
    void whatLooksLikeAWorkbookAndIsNoneIsRefusedByName() throws IOException {
        zip("xl/workbook.xml");
        byte[] bytes = WorkbookFile.read(folder.resolve("t.xlsx"), "t.xlsx");

        assertThatThrownBy(() -> WorkbookReader.parse(bytes, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("t.xlsx: it cannot be read as a workbook");
    }

    @Test
    void workbookWithASheetThatIsNotThereIsRefused() throws IOException {
        Path file = write(workbook -> {
            sheet(workbook, "North");
            sheet(workbook, "South");
        });
        copy(file, "xl/worksheets/sheet2.xml", null);
        byte[] bytes = WorkbookFile.read(file, "t.xlsx");

        assertThatThrownBy(() -> WorkbookReader.parse(bytes, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("has 2 sheets, and 1 can be read");
        assertThatThrownBy(() -> CellGrid.read(file, "t.xlsx", error -> {})).hasMessageContaining("has 2 sheets");
    }

    @Test
    void workbookWhoseXmlIsNestedForEverIsRefused() throws IOException {
        Path file = write(workbook -> sheet(workbook, "Terms"));
        copy(file, "docProps/core.xml", "<r>".repeat(5_000) + "</r>".repeat(5_000));

        assertThatThrownBy(() -> WorkbookFile.read(file, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("docProps/core.xml has more than 200 levels");
    }

    @Test
    void cellsFarToTheRightAreRefusedAtTheFirst() throws IOException {
        Path file = write(workbook -> {
            XSSFSheet sheet = sheet(workbook, "Terms");
            for (int i = 1; i <= 1_000; i++) {
                row(sheet, i).createCell(16_383).setCellValue(1);
            }
        });
        byte[] bytes = WorkbookFile.read(file, "t.xlsx");

        assertThatThrownBy(() -> WorkbookReader.parse(bytes, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessage("t.xlsx!Terms:2, column XFD: a cell stands to the right of column IV (1). "
                        + "Clear the cells beside the table.");
    }

    @Test
    void cellInTheLastColumnIsReadAndTheNextIsNot() throws IOException {
        read(workbook -> row(sheet(workbook, "Terms"), 1)
                .createCell(WorkbookParser.MOST_COLUMNS - 1)
                .setCellValue("x"));
        assertThat(errors).singleElement().asString().contains("cells stand to the right of the table (x)");

        assertThatThrownBy(() -> read(workbook -> row(sheet(workbook, "Terms"), 1)
                        .createCell(WorkbookParser.MOST_COLUMNS)
                        .setCellValue("x")))
                .hasMessageContaining("column IW");
    }

    @Test
    void oneCellTooManyIsRefusedWithItsPlaceThoughMostAreEmpty() throws IOException {
        int rows = (WorkbookParser.MOST_CELLS - 2) / WorkbookParser.MOST_COLUMNS;
        Path file = write(workbook -> {
            XSSFSheet sheet = sheet(workbook, "Terms");
            for (int i = 1; i <= rows + 1; i++) {
                row(sheet, i).createCell(WorkbookParser.MOST_COLUMNS - 1).setCellValue(1);
            }
        });
        byte[] bytes = WorkbookFile.read(file, "t.xlsx");

        assertThatThrownBy(() -> WorkbookReader.parse(bytes, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("t.xlsx!Terms:" + (rows + 2) + ", column IV: "
                        + "the workbook has more than 500,000 cells (1). Clear the cells beside and below the table");
    }

    @Test
    void workbookOfTooManyElementsIsRefusedBeforeItIsBuiltInMemory() throws IOException {
        Path file = write(workbook -> sheet(workbook, "Terms"));
        String rows = "<row><c/></row>".repeat(WorkbookFile.MOST_ELEMENTS / 2 + 1);
        copy(file, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");

        assertThatThrownBy(() -> WorkbookFile.read(file, "t.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("t.xlsx: the workbook has more cells than can be read");
    }

    @Test
    void gridOfADamagedWorkbookIsRefused() throws IOException {
        Path file = write(workbook -> sheet(workbook, "Terms"));
        copy(file, "xl/worksheets/sheet1.xml", "<worksheet>");

        assertThatThrownBy(() -> CellGrid.read(file, "t.xlsx", error -> {}))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("t.xlsx is no sound workbook");
    }

    /** Gives a part of the workbook another text, or none. */
    private static void copy(Path file, String part, String text) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                } else if (text != null) {
                    out.putNextEntry(new ZipEntry(part));
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void zip(String... parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("t.xlsx")))) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
            }
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        XSSFRow header = sheet.createRow(0);
        header.createCell(0).setCellValue("Code");
        header.createCell(1).setCellValue("Word");
        return sheet;
    }

    private static XSSFRow row(XSSFSheet sheet, int index) {
        return sheet.createRow(index);
    }

    private Path write(Consumer<XSSFWorkbook> content) throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private void read(Consumer<XSSFWorkbook> content) throws IOException {
        byte[] parsed = WorkbookReader.parse(WorkbookFile.read(write(content), "t.xlsx"), "t.xlsx");
        WorkbookReader.read(
                parsed,
                "t.xlsx",
                SPEC,
                new TableSink(rows::add, e -> errors.add(e.toString()), e -> remarks.add(e.toString())));
    }
}
