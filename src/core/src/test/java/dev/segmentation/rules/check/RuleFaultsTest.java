package dev.segmentation.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeds faults into a sound rules folder, one at a time. Each must be found at the right level, file, sheet, row and column,
 * and nothing else may be found that it did not bring about.
 */
class RuleFaultsTest {
    private static final Path FAULTS = Path.of("src/testkit/src/main/resources/rule-faults/faults.csv");

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    static List<RuleFault> faults() {
        List<RuleFault> faults = new ArrayList<>();
        TableSpec spec = TableSpec.of("Fault", "File", "Edit", "Level", "Check")
                .with("From", "To", "In File", "Sheet", "Row", "Column", "Also");
        TableReader.read(
                FAULTS,
                StandardCharsets.UTF_8,
                spec,
                row -> faults.add(RuleFault.of(row)),
                error -> {
                    throw new AssertionError(error);
                },
                note -> {});
        return faults;
    }

    @Test
    void thereAreAtLeastAHundredFaultsOfManyKinds() {
        assertThat(faults()).hasSizeGreaterThan(100);
        assertThat(faults().stream().map(fault -> fault.get("Check")).distinct().count())
                .isGreaterThan(45);
    }

    @Test
    void soundFolderHasNoFinding() {
        SoundRules rules = new SoundRules(folder);

        assertThat(new RuleCheck(rules.path(), cache()).run().findings()).isEmpty();
        assertThat(lint(rules.path())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultIsFoundAtItsPlace(RuleFault fault) throws IOException {
        SoundRules rules = new SoundRules(folder);
        fault.apply(rules.path());

        List<Finding> findings = lint(rules.path());

        String file = fault.get("In File").isEmpty() ? fault.get("File") : fault.get("In File");
        assertThat(findings)
                .extracting(RuleFaultsTest::place)
                .contains(String.join(
                        " | ",
                        fault.get("Level"),
                        fault.get("Check"),
                        file,
                        fault.get("Sheet"),
                        fault.get("Row"),
                        fault.get("Column")));
        Set<String> allowed =
                Set.of((fault.get("Check") + " " + fault.get("Also")).strip().split(" "));
        assertThat(findings).extracting(Finding::check).isSubsetOf(allowed);
    }

    @Test
    void faultsOfTablesAndOfRulesAreToldTogether() throws IOException {
        SoundRules rules = new SoundRules(folder);
        Path terms = rules.path().resolve("groups/schools/terms.csv");
        Files.writeString(terms, Files.readString(terms).replace("suffix", "end"));
        Path drl = rules.path().resolve("groups/schools/rules.drl");
        Files.writeString(drl, Files.readString(drl).replace("$m.propose(\"Financial", "$m.suggest(\"Financial"));

        assertThat(new RuleCheck(rules.path(), cache()).run().errors())
                .extracting(Finding::check)
                .contains("unknown-match", "code");
    }

    static void replace(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(from);
            Files.writeString(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Finding finding) {
        return String.join(
                " | ",
                finding.label(),
                finding.check(),
                finding.file(),
                finding.sheet(),
                finding.row() == 0 ? "" : Long.toString(finding.row()),
                finding.column());
    }

    private static List<Finding> lint(Path rules) {
        RuleReading reading = new RuleReading(rules, cache(), null);
        reading.linted(reading.findings()).check(cache(), reading.findings());
        return List.copyOf(reading.findings().all());
    }

    private static RulesCache cache() {
        return new RulesCache(cache.resolve("c"), "test");
    }
}
