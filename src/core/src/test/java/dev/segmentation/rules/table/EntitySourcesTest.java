package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.testkit.RegisterNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every known organisation comes from the source it names. A row that was taken from a list of customers or from a set for
 * measuring stands in no register, and is refused here. When the registers change, write their hashes anew:
 * {@code mvn test -Dtest=EntitySourcesTest -Dregisters=FOLDER -Dregisters.update=true}.
 */
class EntitySourcesTest {
    private static final Path REGISTERS = Path.of(System.getProperty("registers", "../shared/data/registers"));

    /** Sources that are no registers; each has one table of its own, named in NOTICE. */
    private static final Map<String, String> OWN_TABLES =
            Map.of("chain table", "chains.csv", "common knowledge", "well-known.csv");

    private static final List<Row> ROWS = new ArrayList<>();

    @BeforeAll
    static void readTables() throws IOException {
        if (Boolean.getBoolean("registers.update")) {
            RegisterNames.FILES.keySet().forEach(source -> RegisterNames.read(REGISTERS, source)
                    .keep(source));
        }
        TableSpec spec = TableSpec.of("Name", "Industrial Group", "Industry Detail", "NAICS", "Source")
                .with("Support Category", "Guard");
        try (Stream<Path> files = Files.list(Path.of("rules/entities"))) {
            files.sorted()
                    .forEach(file -> TableReader.read(
                            file,
                            StandardCharsets.UTF_8,
                            spec,
                            ROWS::add,
                            error -> {
                                throw new AssertionError(error.toString());
                            },
                            note -> {}));
        }
    }

    @Test
    void everyRowStandsInTheRegisterItNames() {
        assertThat(ROWS).hasSizeGreaterThan(40_000);
        assertThat(strangers(ROWS, RegisterNames::kept)).isEmpty();
    }

    @Test
    void everyRowStandsInTheRegisterItselfWhereThatIsAtHand() {
        assumeThat(REGISTERS).isDirectory();

        assertThat(strangers(ROWS, source -> RegisterNames.read(REGISTERS, source)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FinanceDatabase", ".gov registry", "CMS hospitals", "IPEDS", "swot", "some list", "sample"})
    void rowThatStandsInNoRegisterIsRefused(String source) {
        assertThat(RegisterNames.kept(source).contains("Acadiana Diaper Depot")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orange S.A.", "ORANGE SA", "Okta, Inc."})
    void nameIsRecognisedHoweverTheRegisterDressesIt(String name) {
        assertThat(RegisterNames.kept("FinanceDatabase").contains(name)).isTrue();
    }

    @Test
    void industryCodesAreOfTheRightLengthAndSector() {
        Set<String> sectors = Set.of(
                "11", "21", "22", "23", "31", "32", "33", "42", "44", "45", "48", "49", "51", "52", "53", "54", "55",
                "56", "61", "62", "71", "72", "81", "92");

        assertThat(ROWS)
                .filteredOn(row -> !row.get("NAICS").isEmpty())
                .allSatisfy(row -> assertThat(row.get("NAICS").substring(0, 2)).isIn(sectors))
                .allSatisfy(row -> assertThat(row.get("NAICS").length()).isBetween(3, 6));
    }

    /** The rows whose source does not know them. */
    private static List<String> strangers(List<Row> rows, Function<String, RegisterNames> registers) {
        Map<String, RegisterNames> known = new HashMap<>();
        List<String> strangers = new ArrayList<>();
        for (Row row : rows) {
            String source = row.get("Source");
            boolean right = OWN_TABLES.containsKey(source)
                    ? row.file().endsWith(OWN_TABLES.get(source))
                    : RegisterNames.FILES.containsKey(source)
                            && known.computeIfAbsent(source, registers).contains(row.get("Name"));
            if (!right) {
                strangers.add(row.file() + ":" + row.line() + " " + row.get("Name") + " (" + source + ")");
            }
        }
        return strangers;
    }
}
