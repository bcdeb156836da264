package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvProfileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+CMD|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "-",
                "-A",
                "+1 800 FLOWERS",
                "--1"
            })
    void excelGetsFormulasAsText(String cell) {
        assertThat(CsvProfile.EXCEL.cell(cell)).isEqualTo("'" + cell);
        assertThat(CsvProfile.PLAIN.cell(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACME", "-12", "+3", "-1,234.50", "-5%", "A=B", "K–12", "31-33", "'quoted"})
    void excelGetsTextAndNumbersAsTheyAre(String cell) {
        assertThat(CsvProfile.EXCEL.cell(cell)).isEqualTo(cell);
    }

    @Test
    void plainFileIsUtf8WithLineFeedsAndFewQuotes() throws IOException {
        assertThat(written(CsvProfile.PLAIN))
                .isEqualTo("Key,Name\nK1,\"ACME, INC.\"\nK2,\"a \"\"b\"\"\"\nK3,\"two\nlines\"\nK4,=1\nK5,K–12\n");
    }

    @Test
    void excelFileBeginsWithAByteOrderMark() throws IOException {
        assertThat(written(CsvProfile.EXCEL)).startsWith("\uFEFFKey,Name\n").contains("K4,'=1\n");
    }

    @Test
    void writerReplacesALongerFile() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "X".repeat(10_000));
        try (TableWriter writer = new TableWriter(file, CsvProfile.PLAIN, List.of("A"))) {
            writer.row(TableWriter.bool(true));
            writer.row(TableWriter.bool(false));
        }

        assertThat(Files.readString(file)).isEqualTo("A\nTRUE\nFALSE\n");
    }

    private String written(CsvProfile profile) throws IOException {
        Path file = folder.resolve("t.csv");
        try (TableWriter writer = new TableWriter(file, profile, List.of("Key", "Name"))) {
            writer.row("K1", "ACME, INC.");
            writer.row("K2", "a \"b\"");
            writer.row("K3", "two\nlines");
            writer.row("K4", "=1");
            writer.row("K5", "K–12");
        }
        return Files.readString(file);
    }
}
