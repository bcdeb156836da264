package dev.segmentation.suggest.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segmentation.table.RowError;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.RegisterNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped table of websites comes from the registers it names. When they change, make it anew:
 * {@code mvn test -Dtest=RegisterTableTest -Dregisters=FOLDER -Dregisters.update=true}.
 */
class RegisterTableTest {
    private static final Path REGISTERS = Path.of(System.getProperty("registers", "../shared/data/registers"));
    private static final Path SHIPPED = Path.of("rules/websites/registers.csv");

    @TempDir
    Path folder;

    @Test
    void shippedTableIsWhatTheRegistersGiveWhereTheyAreAtHand() throws IOException {
        assumeThat(REGISTERS).isDirectory();
        if (Boolean.getBoolean("registers.update")) {
            RegisterBuilder.build(REGISTERS, SHIPPED);
        }
        Path built = folder.resolve("registers.csv");

        RegisterBuilder.build(REGISTERS, built);

        assertThat(Files.mismatch(built, SHIPPED)).isEqualTo(-1);
    }

    @Test
    void everyNameStandsInTheRegisterItNames() {
        List<RowError> errors = new ArrayList<>();
        List<RegisterRow> rows =
                RegisterRow.read(SHIPPED.getParent(), new BlockedHosts(folder, errors::add), errors::add);
        Map<String, RegisterNames> registers = new HashMap<>();

        assertThat(errors).isEmpty();
        assertThat(rows)
                .filteredOn(row -> !registers
                        .computeIfAbsent(row.source(), RegisterNames::kept)
                        .contains(row.name()))
                .isEmpty();
        assertThat(registers).containsOnlyKeys("FinanceDatabase", ".gov registry", "swot");
    }

    @Test
    void everyHostIsOneThatSomebodyCanRegister() {
        assertThat(RegisterRow.read(SHIPPED.getParent(), new BlockedHosts(folder, error -> {}), error -> {}))
                .extracting(RegisterRow::website)
                .allMatch(Domain::registrable);
    }

    @Test
    void badRowIsToldAndTheOthersCount() {
        Folders.write(
                folder.resolve("registers.csv"),
                List.of(
                        "Name,Website,Kind,Country,State,City,Level,Source",
                        "Acme,acme.com,company,,,,,book",
                        "Acme,https://acme.com/x,company,,,,,book",
                        "Acme,acme.com,shop,,,,,book",
                        ",acme.com,company,,,,,book"));
        List<RowError> errors = new ArrayList<>();

        assertThat(RegisterRow.read(folder, new BlockedHosts(folder, errors::add), errors::add))
                .hasSize(1);
        assertThat(errors)
                .extracting(RowError::toString)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("registers.csv")
                                .contains("3")
                                .contains("bare host"),
                        two -> assertThat(two).contains("shop").contains("company, government or academic"),
                        three -> assertThat(three).contains("Name"));
    }

    @Test
    void withoutTheTableNothingIsKnown() {
        assertThat(RegisterRow.read(folder, new BlockedHosts(folder, error -> {}), error -> {}))
                .isEmpty();
    }
}
