package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nothing vanishes: every row that is seen comes out or is rejected, whatever stands in the file. */
class RowsKeptTest {
    private static final TableSpec SPEC = TableSpec.of("Key", "Name");
    private static Path file;

    private final List<Row> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("rows", ".csv");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void rowsInAreRowsOutAndRejected(@ForAll("lines") List<String> lines, @ForAll("lineEnds") String end)
            throws IOException {
        long seen = read("Key,Name" + end + String.join(end, lines));

        assertThat(rows.size() + errors.size()).isEqualTo((int) seen);
    }

    @Property(tries = 500)
    void plainRowsBelowBrokenOnesComeThrough(
            @ForAll("broken") List<String> broken, @ForAll @IntRange(min = 1, max = 20) int plain) throws IOException {
        StringBuilder text = new StringBuilder("Key,Name\n");
        for (String line : broken) {
            text.append(line).append('\n');
            for (int i = 0; i < plain; i++) {
                text.append("K").append(i).append(",plain\n");
            }
        }

        read(text.toString());

        assertThat(rows.stream().filter(row -> row.get("Name").equals("plain"))).hasSize(broken.size() * plain);
        assertThat(errors).hasSize(broken.size());
    }

    @Property(tries = 300)
    void writtenTableReadsBackCellByCell(@ForAll("cells") List<List<String>> table) throws IOException {
        try (TableWriter writer = new TableWriter(file, CsvProfile.PLAIN, List.of("Key", "Name"))) {
            table.forEach(cells -> writer.row("K", cells.get(0)));
        }

        readFile();

        assertThat(errors).isEmpty();
        assertThat(rows)
                .extracting(row -> row.get("Name"))
                .containsExactlyElementsOf(
                        table.stream().map(cells -> cells.get(0).strip()).toList());
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("A", "B", ",", "\"", "\"\"", " ", ";", "#", "\t", "\uFDD0", "日", "x,y", "\",\"")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<List<String>> broken() {
        return Arbitraries.of("B,\"open", "\"B,open", "B,\"open, and \"\"more\"\"", "B,a,b", "B,\"a\",\"b\",\"c")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        return Arbitraries.strings()
                .withChars("ab,;\"\n\t #='é日")
                .ofMaxLength(10)
                .list()
                .ofSize(1)
                .list()
                .ofMaxSize(6);
    }

    private long read(String text) throws IOException {
        Files.writeString(file, text);
        return readFile();
    }

    private long readFile() {
        rows.clear();
        errors.clear();
        return TableReader.read(file, StandardCharsets.UTF_8, SPEC, rows::add, errors::add, note -> {});
    }
}
