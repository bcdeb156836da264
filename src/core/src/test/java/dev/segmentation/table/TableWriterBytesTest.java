package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

class TableWriterBytesTest {
    private static final List<String> COLUMNS = List.of("A", "B", "C");

    @Property(tries = 300)
    void writesTheBytesOfTheLibrary(@ForAll("rows") List<List<String>> rows) throws IOException {
        Path file = Files.createTempFile("rows", ".csv");
        try {
            // many rows, so that the buffer is emptied on the way
            List<List<String>> many =
                    Collections.nCopies(40, rows).stream().flatMap(List::stream).toList();
            try (TableWriter table = new TableWriter(file, CsvProfile.PLAIN, COLUMNS)) {
                many.forEach(row -> table.row(row.toArray(String[]::new)));
            }
            assertThat(Files.readString(file)).isEqualTo(library(many));
        } finally {
            Files.delete(file);
        }
    }

    private static String library(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(COLUMNS);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        }
        return text.toString();
    }

    @Provide
    static Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> odd = Arbitraries.of(
                        "\"", ",", "\n", "\r", " ", "#", "!", "$", "'", "=", "\t", "é", "日", "😀", "x", "-1")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        Arbitrary<String> usual = Arbitraries.strings().alpha().ofMaxLength(40);
        return Arbitraries.oneOf(odd, usual)
                .list()
                .ofSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
