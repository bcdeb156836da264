package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the folder {@code dirty}; see its README for the form of the expectations. */
class TableReaderTest {
    private static final Path DIRTY = Path.of("src/testkit/src/main/resources/dirty");
    private static final TableSpec SPEC = TableSpec.of("Customer Key", "Customer Name")
            .with("Customer Number", "Source", "Last Billing Date (Any Stream)");

    @TempDir
    Path folder;

    static Stream<String> dirtyFiles() throws IOException {
        try (Stream<Path> files = Files.list(DIRTY)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dirtyFiles")
    void dirtyFileCostsOnlyWhatIsBroken(String name) throws IOException {
        Path expected = DIRTY.resolve(name.replace(".csv", ".expected.txt"));

        assertThat(report(DIRTY.resolve(name), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(Files.readAllLines(expected));
    }

    @Test
    void everyExpectationBelongsToAFile() throws IOException {
        try (Stream<Path> files = Files.list(DIRTY)) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".expected.txt")))
                    .isNotEmpty()
                    .allMatch(name -> Files.exists(Path.of(name.replace(".expected.txt", ".csv"))));
        }
    }

    @Test
    void blankLineBelowATitleIsNoHeader() throws IOException {
        Path file = folder.resolve("titled.csv");
        Files.writeString(file, "Customers of 2026\n\nCustomer Key,Customer Name\nK1,ACME\n");

        assertThat(report(file, StandardCharsets.UTF_8))
                .containsExactly(
                        "refused titled.csv: the header stands in row 3, not at the top. Delete the rows above it.");
    }

    @Test
    void titleOfThousandsOfLettersTakesNoTime() throws IOException {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "Customer Key,Customer Name," + "\u0130".repeat(40_000) + "\nK1,ACME,x\n");

        List<String> report = assertTimeout(Duration.ofSeconds(5), () -> report(file, StandardCharsets.UTF_8));

        assertThat(report).contains("row K1|ACME|");
    }

    @Test
    void readsTheEncodingItIsTold() {
        assertThat(report(DIRTY.resolve("windows-1252.csv"), Charset.forName("windows-1252")))
                .containsExactly("row K1|CAFÉ “ROYAL” – DEUX|GP");
    }

    @Test
    void byteOrderMarkOutranksTheEncodingItIsTold() {
        assertThat(report(DIRTY.resolve("bom.csv"), StandardCharsets.ISO_8859_1))
                .containsExactly("row K1|CAFÉ ROYAL|GP");
    }

    @Test
    void refusesAFolderAndAMissingFile() {
        assertThatThrownBy(() -> read(folder, StandardCharsets.UTF_8, new ArrayList<>()))
                .isInstanceOf(TableException.class)
                .hasMessage(folder + " is a folder, not a file.");
        assertThatThrownBy(() -> read(folder.resolve("no.csv"), StandardCharsets.UTF_8, new ArrayList<>()))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith("no.csv does not exist.");
    }

    @Test
    void lineBeyondTheLimitCostsItselfOnly() throws IOException {
        String longName = "A".repeat(LogicalLines.MAX_LINE);
        Path file = write("Customer Key,Customer Name\nK1," + longName + "\nK2,BOLT\n");

        assertThat(report(file, StandardCharsets.UTF_8))
                .containsExactly(
                        "error t.csv:2: line is longer than 1048576 characters (K1," + "A".repeat(117)
                                + "…). Shorten the line, or mend the line breaks of the file.",
                        "row K2|BOLT|");
    }

    @Test
    void lineBeyondTheLimitIsNeverTakenIntoAQuotedCell() throws IOException {
        Path file = write("Customer Key,Customer Name\nK1,\"ACME\n" + "A".repeat(LogicalLines.MAX_LINE - 20) + "\",\""
                + "B".repeat(100) + "\"\nK2,BOLT\n");

        List<String> report = report(file, StandardCharsets.UTF_8);

        assertThat(report).hasSize(3).last().isEqualTo("row K2|BOLT|");
        assertThat(report.get(0)).startsWith("error t.csv:2: a quotation mark is opened and not closed");
        assertThat(report.get(1)).startsWith("error t.csv:3: line is longer");
    }

    @Test
    void quotedCellOverTooManyLinesCostsItsFirstLineOnly() throws IOException {
        Path file = write("Customer Key,Customer Name\nK1,\"ACME\n" + "WEST,1\n".repeat(150) + "\"\n");

        assertThat(report(file, StandardCharsets.UTF_8))
                .hasSize(152)
                .contains("row WEST|1|")
                .first()
                .isEqualTo("error t.csv:2: a quotation mark is opened and not closed (K1,\"ACME)."
                        + " Mend the quotation marks of this line.");
    }

    @Test
    void countsRowsWhetherReadableOrNot() throws IOException {
        Path file = write("Customer Key,Customer Name\n# no row\nK1,ACME\n\nK2,A,B\nK3,\"C\n");
        List<String> report = new ArrayList<>();

        assertThat(read(file, StandardCharsets.UTF_8, report)).isEqualTo(3);
        assertThat(report).hasSize(3);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private static List<String> report(Path file, Charset charset) {
        List<String> report = new ArrayList<>();
        try {
            read(file, charset, report);
        } catch (TableException e) {
            report.add("refused "
                    + e.getMessage().replace(file.toString(), file.getFileName().toString()));
        }
        return report;
    }

    private static long read(Path file, Charset charset, List<String> report) {
        return TableReader.read(
                file,
                charset,
                SPEC,
                row -> report.add("row "
                        + String.join("|", row.get("Customer Key"), row.get("Customer Name"), row.get("Source"))
                                .replace("\n", "\\n")),
                error -> report.add("error " + error.toString().replace("\n", "\\n")),
                note -> report.add("note " + note));
    }
}
