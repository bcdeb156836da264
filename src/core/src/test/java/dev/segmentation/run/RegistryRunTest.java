package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.output.MasterChanges;
import dev.segmentation.output.RunReport;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry in its folder, and the history beside the outputs. */
class RegistryRunTest {
    private static final String HISTORY_HEADER = "Run Id,Time,Master Id,Event,From,To,Keys";

    @TempDir
    private Path temp;

    private Path input;
    private Path output;
    private Path registry;
    private Path history;
    private int runs;

    @BeforeEach
    void folders() throws IOException {
        input = Files.createDirectories(temp.resolve("input"));
        output = temp.resolve("output");
        registry = input.resolve("MasterRegistry.csv");
        history = output.resolve("MasterHistory.csv");
    }

    private RunReport run(String... names) {
        return run(RunScope.ALL, names);
    }

    private RunReport run(RunScope scope, String... names) {
        List<String> rows = new ArrayList<>(List.of("Customer Key,Customer Name"));
        for (String name : names) {
            rows.add(rows.size() + "," + name);
        }
        Folders.write(input.resolve("CustomerLastBillingDate.csv"), rows);
        return new TestRun(input, output).later(runs++).execute(scope);
    }

    @Test
    void firstRunKeepsIdsAndBeginsAnEmptyHistory() {
        RunReport report = run("ACME", "BOLT");
        assertThat(report.notes()).isEmpty();
        assertThat(report.masters()).isEqualTo(MasterChanges.NONE);
        assertThat(Folders.lines(registry)).hasSize(3);
        assertThat(Folders.lines(history)).containsExactly(HISTORY_HEADER);
        assertThat(input.resolve("MasterRegistry.csv.bak")).doesNotExist();
    }

    @Test
    void dedupeKeepsIdsToo() {
        run(RunScope.DEDUPE, "ACME", "BOLT");
        RunReport report = run(RunScope.DEDUPE, "ACME", "CORD");
        assertThat(report.masters()).isEqualTo(new MasterChanges(true, 1, 1, 0, 0, 0));
        assertThat(Folders.lines(history)).hasSize(3);
    }

    @Test
    void runThatChangesMastersAddsRowsBehindAllThatStoodThere() {
        run("ACME", "BOLT");
        assertThat(run("ACME").masters()).isEqualTo(new MasterChanges(true, 0, 1, 0, 0, 0));
        String before = Folders.files(output).get("MasterHistory.csv");
        assertThat(run("ACME", "BOLT").masters()).isEqualTo(new MasterChanges(true, 1, 0, 0, 0, 0));
        assertThat(Folders.files(output).get("MasterHistory.csv")).startsWith(before);
        assertThat(Folders.lines(history)).hasSize(3);
        assertThat(Folders.lines(history).get(2))
                .startsWith("20260203T040508Z,2026-02-03T04:05:08Z,M")
                .endsWith(",new,BOLT,BOLT,BOLT");
    }

    @Test
    void runThatChangesNoMasterTouchesNeitherHistoryNorBackup() throws IOException {
        run("ACME", "BOLT");
        run("ACME");
        Path backup = input.resolve("MasterRegistry.csv.bak");
        String kept = Files.readString(backup);
        Object time = Files.getAttribute(history, "lastModifiedTime");
        Object file = Files.getAttribute(history, "basic:fileKey");
        run("ACME");
        assertThat(backup).hasContent(kept);
        assertThat(Files.getAttribute(history, "lastModifiedTime")).isEqualTo(time);
        assertThat(Files.getAttribute(history, "basic:fileKey")).isEqualTo(file);
    }

    @Test
    void backupIsTheRegistryBeforeTheChange() throws IOException {
        run("ACME", "BOLT");
        String before = Files.readString(registry);
        run("CORD");
        assertThat(input.resolve("MasterRegistry.csv.bak")).hasContent(before);
    }

    @Test
    void listThatIsAnotherIsSuspected() {
        run("ACME", "BOLT", "CORD");
        assertThat(run("ACME", "BOLT", "ZINC").notes()).isEmpty();
        assertThat(run("DELTA", "ECHO", "ZINC").notes())
                .containsExactly(
                        "2 of the 3 masters of the last run are not in this list. If it is another list, give it an"
                                + " --input folder of its own, and put MasterRegistry.csv.bak in the place of MasterRegistry.csv.");
    }

    @Test
    void listWithoutCustomersChangesNothing() throws IOException {
        run("ACME");
        String before = Files.readString(registry);
        assertThat(run().notes()).containsExactly("The list holds no customers; MasterRegistry.csv was left as it is.");
        assertThat(registry).hasContent(before);
    }

    @Test
    void classifyNeitherReadsNorLocksTheRegistry() throws IOException {
        run("ACME");
        Files.writeString(registry, "damaged");
        try (FolderLock lock = FolderLock.take(input, Instant.EPOCH)) {
            assertThat(new TestRun(input, output)
                            .later(9)
                            .execute(RunScope.CLASSIFY)
                            .masters())
                    .isEqualTo(MasterChanges.NONE);
        }
        assertThat(registry).hasContent("damaged");
    }

    @Test
    void damagedRegistryStopsTheRunBeforeAnythingIsWritten() throws IOException {
        run("ACME");
        Files.writeString(registry, Files.readString(registry) + "MAAAAAAAAAA,BOLT\n");
        Map<String, String> before = Folders.files(temp);
        assertThatThrownBy(() -> run("ACME"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(registry + " cannot be used; nothing was changed.")
                .hasMessageContaining("MasterRegistry.csv:3, column Name Keys: no name key");
        Map<String, String> after = Folders.files(temp);
        before.keySet().removeIf(file -> file.endsWith(".lock"));
        after.keySet().removeIf(file -> file.endsWith(".lock"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void deletedRegistryMakesIdsFromNamesAndSaysSo() throws IOException {
        run("ACME");
        Files.delete(registry);
        assertThat(run("ACME").notes()).singleElement().asString().contains("is not there any more");
        assertThat(Folders.lines(registry)).hasSize(2);
    }

    @Test
    void secondRunOnTheSameInputIsRefusedWhateverItsOutput() throws IOException {
        run("ACME");
        String before = Files.readString(registry);
        output = temp.resolve("another");
        try (FolderLock lock = FolderLock.take(input, Instant.EPOCH)) {
            assertThatThrownBy(() -> run("ACME"))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(input + " is in use by another run")
                    .hasMessageEndingWith("Wait for it to end.");
        }
        assertThat(registry).hasContent(before);
        assertThat(run("ACME").notes()).isEmpty();
    }

    /** A folder where the lock belongs stands for a folder that cannot be written: this test may run as root. */
    @Test
    void inputThatCannotBeWrittenIsUsedAndTheIdsAreNotKept() throws IOException {
        run("ACME");
        String before = Files.readString(registry);
        Files.delete(input.resolve(".lock"));
        Files.createDirectories(input.resolve(".lock/full"));
        for (int i = 0; i < 2; i++) {
            RunReport report = run("ACME", "BOLT");
            assertThat(report.notes()).singleElement().asString().contains("master ids were not kept");
            assertThat(registry).hasContent(before);
            assertThat(Folders.lines(history)).containsExactly(HISTORY_HEADER);
        }
    }

    @Test
    void oneFolderForInputAndOutputWorks() {
        output = input;
        history = input.resolve("MasterHistory.csv");
        run("ACME", "BOLT");
        assertThat(run("ACME").masters().gone()).isEqualTo(1);
        assertThat(Folders.lines(registry)).hasSize(3);
        assertThat(Folders.lines(history)).hasSize(2);
    }

    @Test
    void manifestListsTheRegistryThatTheRunRead() {
        run("ACME");
        assertThat(Folders.files(output).get("manifest.json")).doesNotContain("MasterRegistry.csv");
        run("ACME");
        assertThat(Folders.files(output).get("manifest.json")).contains("MasterRegistry.csv");
    }

    @Test
    void historyThatAnotherProgramSavedIsKeptAside() throws IOException {
        run("ACME");
        Files.writeString(history, "Run Id;Time;Master Id;Event;From;To;Keys\nold;;;;;;\n");
        RunReport report = run("ACME", "BOLT");
        assertThat(report.notes()).singleElement().asString().contains("MasterHistory-before-20260203T040507Z.csv");
        assertThat(output.resolve("MasterHistory-before-20260203T040507Z.csv"))
                .hasContent("Run Id;Time;Master Id;Event;From;To;Keys\nold;;;;;;\n");
        assertThat(Folders.lines(history)).hasSize(2).first().isEqualTo(HISTORY_HEADER);
    }

    @Test
    void registryIsPlainWhateverTheProfile() {
        run("ACME");
        new TestRun(input, output).profile(CsvProfile.EXCEL).later(5).execute(RunScope.ALL);
        assertThat(Folders.files(input).get("MasterRegistry.csv")).startsWith("Master Id,");
    }

    @Test
    void registryThatChangesDuringTheRunIsNotOverwritten() throws IOException {
        run("ACME");
        Map<String, String> before = Folders.files(output);
        TestRun second = new TestRun(input, output).later(7).meanwhile(this::editRegistry);
        assertThatThrownBy(() -> second.execute(RunScope.ALL))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("was changed while the run was going on");
        assertThat(Folders.files(output)).isEqualTo(before);
        assertThat(registry).content().contains("ACNE");
    }

    private void editRegistry() {
        List<String> lines = new ArrayList<>(Folders.lines(registry));
        lines.replaceAll(line -> line.replace("ACME", "ACNE"));
        Folders.write(registry, lines);
    }
}
