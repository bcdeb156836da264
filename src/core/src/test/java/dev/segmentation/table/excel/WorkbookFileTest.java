package dev.segmentation.table.excel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.table.TableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that are cut off, damaged, no workbooks at all, or much larger inside than outside. */
class WorkbookFileTest {
    @TempDir
    Path folder;

    @Test
    void soundWorkbookPassesAndACutOffOneDoesNot() throws IOException {
        Path file = workbook();
        assertThatCode(() -> WorkbookFile.read(file, "w.xlsx")).doesNotThrowAnyException();

        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));
        assertThatThrownBy(() -> WorkbookFile.read(file, "w.xlsx"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("cut off or damaged");
    }

    @Test
    void damagedEntryIsFound() throws IOException {
        Path file = workbook();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 60; at < 120; at++) {
            bytes[at] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> WorkbookFile.read(file, "w.xlsx")).isInstanceOf(TableException.class);
    }

    @Test
    void bombIsRefusedBeforeItIsInflated() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 1100; i++) {
                    zip.write(new byte[1 << 16]);
                }
            }
        }

        assertThatThrownBy(() -> WorkbookFile.read(file, "bomb.xlsx"))
                .hasMessageContaining("unpacks to more than 100 MB");
    }

    @Test
    void otherFilesAreNoWorkbooks() throws IOException {
        Path zip = folder.resolve("other.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("x".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> WorkbookFile.read(zip, "other.xlsx")).hasMessageContaining("no Excel workbook");

        Path large = folder.resolve("large.xlsx");
        Files.write(large, new byte[(int) WorkbookFile.LARGEST + 1]);
        assertThatThrownBy(() -> WorkbookFile.read(large, "large.xlsx")).hasMessageContaining("larger than 5 MB");
    }

    private Path workbook() throws IOException {
        Path file = folder.resolve("w.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Rules").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        return file;
    }
}
