package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.table.excel.WorkbookFile;
import dev.segmentation.table.excel.WorkbookReader;
import dev.segmentation.table.excel.WorkbookWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Excel comes back as it was, and nothing in it runs there. */
class ExcelRoundTripTest {
    private static final List<String> NASTY = List.of(
            "=HYPERLINK(\"http://evil.example\",\"Click\")",
            "+1+1",
            "@SUM(A1)",
            "-2+3",
            "-12.50",
            "+49 170 123",
            "00123",
            "1E10",
            "'quoted",
            "'=1",
            "\t=1",
            "K–12",
            "a,\"b\"",
            "two\nlines",
            "3/4");

    @TempDir
    private Path folder;

    @Test
    void aTableForExcelReadsBackCellByCell() throws IOException {
        Path file = folder.resolve("t.csv");
        try (TableWriter table = new TableWriter(file, CsvProfile.EXCEL, List.of("Key", "Name"))) {
            NASTY.forEach(name -> table.row("1", name));
        }

        List<String> read = new ArrayList<>();
        TableReader.readOwn(
                file,
                TableSpec.of("Key", "Name"),
                row -> read.add(row.cells()[1]),
                error -> read.add(error.toString()),
                note -> {});

        assertThat(read).containsExactlyElementsOf(NASTY);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF")
                .contains("'=HYPERLINK")
                .doesNotContain("\n1,=")
                .doesNotContain(",\"=");
        assertThat(text).contains("1,-12.50\n").contains("1,00123\n");
    }

    @Property(tries = 60)
    void aWorkbookReadsBackCellByCellAndHoldsNoFormula(@ForAll("rows") List<List<String>> rows) throws IOException {
        Path file = Files.createTempFile("roundtrip", ".xlsx");
        try {
            writer().write(file, "To decide", rows);

            byte[] parsed = WorkbookReader.parse(WorkbookFile.read(file, "t.xlsx"), "t.xlsx");
            List<List<String>> read = new ArrayList<>();
            WorkbookReader.read(
                    parsed,
                    "t.xlsx",
                    TableSpec.of("Customer", "Group"),
                    new TableSink(
                            row -> read.add(List.of(row.get("Customer"), row.get("Group"))),
                            error -> read.add(List.of(error.toString())),
                            remark -> {}));
            assertThat(read).containsExactlyElementsOf(rows);
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                workbook.getSheetAt(0)
                        .forEach(row -> row.forEach(
                                cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aColumnWithChoicesHasADropDownOfJustThese() throws IOException {
        Path file = folder.resolve("t.xlsx");
        writer().write(file, "To decide", List.of(List.of("ACME", ""), List.of("B", "")));

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            List<? extends DataValidation> rules = workbook.getSheetAt(0).getDataValidations();
            assertThat(rules).hasSize(1);
            assertThat(rules.get(0).getValidationConstraint().getFormula1()).isEqualTo("Lists!$B$1:$B$2");
            assertThat(rules.get(0).getRegions().getCellRangeAddresses()[0].formatAsString())
                    .isEqualTo("B2:B3");
            Cell second = workbook.getSheet("Lists").getRow(1).getCell(1);
            assertThat(second.getStringCellValue()).isEqualTo("Healthcare / Senior Living");
        }
    }

    private static WorkbookWriter writer() {
        return new WorkbookWriter(List.of(
                new WorkbookWriter.Column("Customer", 40, List.of(), false),
                new WorkbookWriter.Column("Group", 20, List.of("Manufacturing", "Healthcare / Senior Living"), true)));
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                        Arbitraries.of(NASTY),
                        Arbitraries.strings().withChars(" !'=+-@abzAZ09é–中").ofMaxLength(20))
                .map(String::strip);
        Arbitrary<String> name = cell.filter(text -> !text.isEmpty() && !text.startsWith("#"));
        return name.flatMap(first -> cell.map(second -> List.of(first, second)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
