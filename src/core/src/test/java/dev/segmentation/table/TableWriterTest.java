package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final List<String> COLUMNS = List.of("Id", "Event");

    @TempDir
    private Path folder;

    @Test
    void continuesATableBehindAllItsBytes() throws IOException {
        assertThat(continued("Id,Event\n1,new\n")).isEqualTo("Id,Event\n1,new\n2,\"a,b\"\n");
    }

    @Test
    void keepsRowsThatItDoesNotUnderstand() throws IOException {
        String odd = "Id,Event\r\n1,\"never closed\r\n\u00E9,,,,\r\n";
        assertThat(continued(odd)).isEqualTo(odd + "2,\"a,b\"\n");
    }

    @Test
    void endsALastLineThatHasNoEnd() throws IOException {
        assertThat(continued("Id,Event")).isEqualTo("Id,Event\n2,\"a,b\"\n");
    }

    @Test
    void continuesInTheProfileOfTheTable() throws IOException {
        Path table = folder.resolve("excel.csv");
        new TableWriter(table, CsvProfile.EXCEL, COLUMNS).close();
        Path next = folder.resolve("next.csv");
        try (TableWriter writer = TableWriter.continuing(table, next, COLUMNS).orElseThrow()) {
            writer.row("3", "=SUM(A1)");
        }
        assertThat(next).hasContent("\uFEFFId,Event\n3,'=SUM(A1)\n");
    }

    @Test
    void doesNotContinueATableOfOtherColumnsOrSeparators() throws IOException {
        for (String other : List.of("", "Id;Event\n1;new\n", "Event,Id\n", "Id,Event,More\n", "Id,Event\rx,y\r")) {
            Path table = Files.writeString(folder.resolve("other.csv"), other);
            Optional<TableWriter> writer = TableWriter.continuing(table, folder.resolve("none.csv"), COLUMNS);
            assertThat(writer).as(other).isEmpty();
            assertThat(folder.resolve("none.csv")).doesNotExist();
        }
    }

    private String continued(String table) throws IOException {
        Path former = Files.writeString(folder.resolve("table.csv"), table, StandardCharsets.ISO_8859_1);
        Path next = folder.resolve("next.csv");
        try (TableWriter writer = TableWriter.continuing(former, next, COLUMNS).orElseThrow()) {
            writer.row("2", "a,b");
        }
        assertThat(former).content(StandardCharsets.ISO_8859_1).isEqualTo(table);
        return Files.readString(next, StandardCharsets.ISO_8859_1);
    }
}
