package dev.segmentation.decision.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches as analysts write them, each with what every line of it must come to. */
class BatchFixturesTest {
    private static final Path RULES = Path.of("rules");
    private static final NameParser PARSER = new NameParser(new NameTables(RULES.resolve("names"), error -> {}));
    private static final Set<String> KNOWN = customers();
    private static final BatchReader READER = new BatchReader(
            new BatchHeadings(RULES, BatchFixturesTest::refuse),
            new BatchColumns(RULES, BatchFixturesTest::refuse),
            new LegacySegments(RULES.resolve("common/legacy-segments.csv"), BatchFixturesTest::refuse),
            name -> PARSER.parse(name).key());

    private static void refuse(Object error) {
        throw new AssertionError(error.toString());
    }

    private static Set<String> customers() {
        Set<String> keys = new HashSet<>();
        TableReader.read(
                Path.of("input/CustomerLastBillingDate.csv"),
                StandardCharsets.UTF_8,
                TableSpec.of("Customer Name"),
                row -> keys.add(PARSER.parse(row.get("Customer Name")).key()),
                error -> {},
                note -> {});
        return keys;
    }

    static List<Path> batches() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("batches", "src/testkit/src/main/resources/batches")))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file ->
                            file.getFileName().toString().startsWith(System.getProperty("batchprefix", "Batch")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("batches")
    void everyLineComesToWhatItsAnalystMeant(Path file) {
        Batch batch = READER.read(
                BatchSource.read(file),
                name -> KNOWN.contains(PARSER.parse(name).key()));

        assertThat(batch.entries().stream().map(BatchFixturesTest::line)).containsExactlyElementsOf(expected(file));
    }

    /** Of a line that is not understood only the place counts. */
    private static String line(BatchEntry entry) {
        if (entry.outcome() == BatchEntry.Outcome.NOT_UNDERSTOOD) {
            return entry.line() + " | not understood";
        }
        return String.join(
                " | ",
                Integer.toString(entry.line()),
                entry.name(),
                entry.outcome().label(),
                entry.classification().group().label(),
                entry.classification().detail(),
                entry.classification().naics(),
                entry.classification().support().label(),
                entry.website(),
                entry.method() == null ? "" : entry.method().label());
    }

    private static List<String> expected(Path batch) {
        Path table = Path.of(batch.toString().replaceFirst("\\.md$", ".expected.csv"));
        List<String> lines = new ArrayList<>();
        TableReader.readOwn(
                table,
                TableSpec.of(
                        "Line",
                        "Name",
                        "Outcome",
                        "Industrial Group",
                        "Industry Detail",
                        "NAICS",
                        "Support Category",
                        "Company Website",
                        "Method",
                        "Note"),
                row -> lines.add(line(row)),
                BatchFixturesTest::refuse,
                note -> {});
        return lines;
    }

    private static String line(Row row) {
        if (row.get("Outcome").equals("not understood")) {
            return row.get("Line") + " | not understood";
        }
        String group = row.get("Industrial Group");
        return String.join(
                " | ",
                row.get("Line"),
                row.get("Name"),
                row.get("Outcome"),
                group.isEmpty() ? "Unknown / Needs Review" : group,
                row.get("Industry Detail"),
                row.get("NAICS"),
                row.get("Support Category"),
                row.get("Company Website"),
                row.get("Method"));
    }
}
