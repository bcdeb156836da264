package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Progress;
import dev.segmentation.history.Manifest;
import dev.segmentation.history.Snapshots;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.OutputTables;
import dev.segmentation.output.RunReport;
import dev.segmentation.output.Worklist;
import dev.segmentation.rules.check.ActiveRules;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that remembers its last run makes the same of an edit as one that knows nothing. */
class ReclassificationTest {
    @TempDir
    private Path temp;

    private Path rules;
    private TestRun first;
    private ActiveRules active;
    private final RunMemory memory = new RunMemory();

    @BeforeEach
    void runs() {
        rules = temp.resolve("rules");
        Folders.copy(Golden.RULES, rules);
        first = new TestRun(Golden.FOLDER.resolve("people/input"), temp.resolve("output")).rules(rules);
        active = ActiveRules.load(rules, TestRun.CACHE);
        remembering(RunScope.ALL, Golden.CLOCK);
    }

    private RunReport remembering(RunScope scope, Clock clock) {
        assertThat(active.reload().errors()).isEmpty();
        return new SegmentationRun(first.settings(), active::current, memory, clock, Progress.NONE).execute(scope);
    }

    private RunReport reclassify() {
        return remembering(RunScope.CLASSIFY, Clock.offset(Golden.CLOCK, Duration.ofSeconds(10)));
    }

    /** Adds a row to a table of the rules. */
    private void add(String table, String row) throws IOException {
        Path file = rules.resolve(table);
        Files.writeString(file, Files.readString(file) + row.replace(';', '\n') + "\n");
    }

    private List<ClassifiedMaster> classified() {
        return memory.classified(new Snapshots(first.settings().output()).placed())
                .orElseThrow()
                .masters();
    }

    private static Map<String, String> tables(Path output) throws IOException {
        return Map.of(
                "masters", Files.readString(output.resolve(OutputTables.MASTERS)),
                "customers", Files.readString(output.resolve(OutputTables.CUSTOMERS)),
                "map", Files.readString(output.resolve(MasterMap.FILE)),
                "worklist", Files.readString(output.resolve(Worklist.FILE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groups/utilities/terms.csv|UTL-009,HERRON,words,Rule-Based,Bird Utility,221,,,",
                "groups/utilities/terms.csv|UTL-009,QUIET HARBOR,whole,Heuristic,,221,,MEADOW,",
                "groups/utilities/terms.csv|UTL-009,FRIEGHT,words,Rule-Based,,221,,,",
                "common/concepts.csv|hospital-unit,GROUP,suffix,,;university-name,HERRON,words,,",
                "entities/known.csv|Old Mill Tower,Utilities,Electric Utility,221112,Golden register"
            })
    void editsLeadWhereAFreshRunLeads(String table, String row) throws IOException {
        Map<String, String> before = tables(first.settings().output());
        add(table, row);

        reclassify();

        Map<String, String> after = tables(first.settings().output());
        assertThat(after).isEqualTo(fresh()).isNotEqualTo(before);
    }

    /** What a process makes of the same map that knows nothing. */
    private Map<String, String> fresh() throws IOException {
        Folders.copy(first.settings().output(), temp.resolve("fresh"));
        TestRun fresh = new TestRun(first.input(), temp.resolve("fresh")).rules(rules);
        fresh.execute(RunScope.CLASSIFY);
        return tables(fresh.settings().output());
    }

    @Test
    void codeAndPrecedenceOfGroupsCountAtOnce() throws IOException {
        Map<String, String> before = tables(first.settings().output());
        add("groups/healthcare/cases.csv", "Polaris Freight,Construction,,,,,");
        Files.createDirectories(rules.resolve("groups/construction"));
        Files.writeString(
                rules.resolve("groups/construction/rules.drl"),
                """
                package rules.groups.construction;

                import dev.segmentation.rules.Master;

                rule "CON-901 A star builds"
                    salience 1000
                when
                    $m : Master( has("POLARIS") )
                then
                    $m.propose("Construction", "", "", "");
                end
                """);
        Path groups = rules.resolve("groups.csv");
        List<String> lines = Files.readAllLines(groups);
        lines.add(1, lines.remove(lines.size() - 2));
        Files.write(groups, lines);

        reclassify();

        assertThat(tables(first.settings().output())).isEqualTo(fresh()).isNotEqualTo(before);
    }

    @Test
    void whatPeopleDecideMeanwhileCounts() throws IOException {
        Path file = first.input().resolve("MasterSegmentationOverrides.csv");
        Files.writeString(
                file,
                "Master Customer Name Canonical,Industrial Group,Source,Date\nMISTY PINES,Utilities,Manual,2026-02-03\n");

        reclassify();

        assertThat(tables(first.settings().output()).get("masters")).contains("Misty Pines,MISTY PINES,Utilities");
        Files.delete(file);
        reclassify();
        assertThat(tables(first.settings().output()).get("masters"))
                .doesNotContain("Misty Pines,MISTY PINES,Utilities");
    }

    @Test
    void rulesFireOnlyForMastersInWhichTheyFindSomethingElse() throws IOException {
        List<ClassifiedMaster> before = classified();
        add("groups/utilities/terms.csv", "UTL-009,HERRON,words,Rule-Based,Bird Utility,221,,,");

        reclassify();

        List<ClassifiedMaster> after = classified();
        for (int i = 0; i < before.size(); i++) {
            boolean touched = before.get(i).master().canonical().contains("HERRON");
            assertThat(after.get(i) == before.get(i))
                    .as(before.get(i).master().canonical())
                    .isEqualTo(!touched);
        }
    }

    @Test
    void namesAreTakenApartAnewWhereTheirTablesChanged() throws IOException {
        List<ClassifiedMaster> before = classified();
        add("names/abbreviations.csv", "FRT,FREIGHT,");

        reclassify();

        assertThat(tables(first.settings().output())).isEqualTo(fresh());
        assertThat(classified()).isEqualTo(before);
        assertThat(classified().get(0)).isNotSameAs(before.get(0));
    }

    @Test
    void mapThatStandsThereIsNotWrittenAgainButKeptAndNamed() throws IOException {
        Path output = first.settings().output();
        Path map = output.resolve(MasterMap.FILE);
        Files.setLastModifiedTime(map, FileTime.fromMillis(1_000_000_000_000L));
        reclassify(); // somebody touched it: written anew
        FileTime written = Files.getLastModifiedTime(map);
        assertThat(written.toMillis()).isGreaterThan(1_000_000_000_000L);
        Object key = Files.readAttributes(map, "unix:ino").get("ino");

        RunReport report = reclassify();

        assertThat(Files.readAttributes(map, "unix:ino").get("ino")).isEqualTo(key);
        assertThat(Manifest.read(output.resolve(Manifest.FILE)).outputs())
                .containsEntry(MasterMap.FILE, Manifest.hash(map));
        assertThat(output.resolve("runs").resolve(report.runId()).resolve(MasterMap.FILE))
                .hasSameBinaryContentAs(map);
    }

    @Test
    void mapThatWasChangedIsReadAnew() throws IOException {
        Path map = first.settings().output().resolve(MasterMap.FILE);
        Files.writeString(map, Files.readString(map).replace("Misty Pines", "Foggy Pines"));

        reclassify();

        assertThat(tables(first.settings().output()).get("masters")).contains("Foggy Pines,MISTY PINES");
    }
}
