package dev.segmentation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.output.RunReport;
import dev.segmentation.run.TestRun;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves under {@code runs/}, and what later runs take away again. */
class SnapshotsTest {
    private static final Path PEOPLE = Golden.FOLDER.resolve("people/input");
    private static final String FIRST = "20260203T040506Z";

    @TempDir
    private Path output;

    private TestRun run() {
        return new TestRun(PEOPLE, output);
    }

    private List<String> kept() {
        return new Snapshots(output)
                .list().stream().map(s -> s.folder().getFileName().toString()).toList();
    }

    @Test
    void runIsKeptWithItsTablesItsMeasuresAndItsManifest() {
        run().execute(RunScope.ALL);
        Map<String, String> files = Folders.files(output);
        for (String name : List.of(
                "CustomerSegmentation.csv",
                "MasterCustomerSegmentation.csv",
                "CustomerMasterMap.csv",
                "CustomerDeduplicationLog.csv",
                "SegmentationReviewWorklist.csv",
                "RejectedRows.csv",
                "manifest.json")) {
            assertThat(files.get("runs/" + FIRST + "/" + name)).as(name).isEqualTo(files.get(name));
        }
        assertThat(new Snapshots(output).find("last").summary())
                .containsEntry("Command", "run")
                .containsEntry("Customers", "19")
                .containsEntry("Masters", "16")
                .containsEntry("Group: Utilities", "0");
    }

    /** Editors that write in place, and scripts, must not change what was kept. */
    @Test
    void editOfAnOutputInPlaceDoesNotReachTheKeptRun() throws IOException {
        run().execute(RunScope.ALL);
        String before = Folders.files(output).get("runs/" + FIRST + "/CustomerSegmentation.csv");
        Files.writeString(output.resolve("CustomerSegmentation.csv"), "edited");
        assertThat(Folders.files(output).get("runs/" + FIRST + "/CustomerSegmentation.csv"))
                .isEqualTo(before);
    }

    @Test
    void runsWithinOneSecondAreKeptApart() {
        RunReport first = run().execute(RunScope.ALL);
        RunReport second = run().execute(RunScope.DEDUPE);
        RunReport third = run().execute(RunScope.CLASSIFY);
        assertThat(List.of(first.runId(), second.runId(), third.runId())).containsExactlyElementsOf(kept());
        assertThat(kept()).containsExactly(FIRST, FIRST + "-2", FIRST + "-3");
        assertThat(RunHistory.read(output.resolve(RunHistory.FILE), note -> {}))
                .extracting(row -> row.get(0))
                .containsExactly(FIRST, FIRST + "-3");
        Snapshots runs = new Snapshots(output);
        assertThat(runs.find("last").runId()).isEqualTo(FIRST + "-3");
        assertThat(runs.find("previous").runId()).isEqualTo(FIRST);
        assertThat(runs.find(FIRST + "-2").classified()).isFalse();
    }

    @Test
    void tenthRunOfASecondComesAfterTheNinth() {
        for (int i = 0; i < 11; i++) {
            run().execute(RunScope.DEDUPE);
        }
        assertThat(kept()).endsWith(FIRST + "-9", FIRST + "-10", FIRST + "-11").hasSize(11);
    }

    @Test
    void onlyTheNewestStay() {
        for (int i = 0; i < 5; i++) {
            run().keepRuns(3).later(i).execute(RunScope.ALL);
        }
        assertThat(kept()).containsExactly("20260203T040508Z", "20260203T040509Z", "20260203T040510Z");
        run().keepRuns(1).later(9).execute(RunScope.CLASSIFY);
        assertThat(kept()).containsExactly("20260203T040515Z");
        run().keepRuns(0).later(10).execute(RunScope.ALL);
        assertThat(kept()).isEmpty();
        assertThat(Folders.files(output).keySet()).noneMatch(name -> name.startsWith("runs/"));
    }

    @Test
    void runJustMadeStaysEvenWhereTheClockWentBack() {
        run().later(100).execute(RunScope.ALL);
        run().keepRuns(1).execute(RunScope.ALL);
        assertThat(kept()).containsExactly(FIRST);
    }

    @Test
    void nothingThatIsNotOursIsRemoved() throws IOException {
        run().execute(RunScope.ALL);
        Path runs = output.resolve("runs");
        Folders.write(runs.resolve("20200101T000000Z/mine.csv"), List.of("mine"));
        Folders.write(runs.resolve("20200102T000000Z/manifest.json"), List.of("{\"run\": \"another\"}"));
        Folders.write(runs.resolve("20200103T000000Z/manifest.json"), List.of("{\"run\": \"20200103T00"));
        Folders.write(runs.resolve("best of March/manifest.json"), List.of("{\"run\": \"best of March\"}"));
        Folders.write(runs.resolve("20200104T000000Z"), List.of("a file"));
        Folders.copy(runs.resolve(FIRST), runs.resolve("copy of " + FIRST));
        Folders.write(runs.resolve(FIRST).resolve("comment.txt"), List.of("mine"));
        Map<String, String> before = Folders.files(runs);

        RunReport report = run().keepRuns(1).later(1).execute(RunScope.ALL);

        assertThat(report.notes()).anyMatch(note -> note.contains("stays because comment.txt in it"));
        assertThat(Folders.files(runs)).containsAllEntriesOf(before);
        Files.delete(runs.resolve(FIRST).resolve("comment.txt"));
        run().keepRuns(1).later(2).execute(RunScope.ALL);
        assertThat(runs.resolve(FIRST)).doesNotExist();
        assertThat(runs.resolve("copy of " + FIRST)).exists();
    }

    @Test
    void fileInPlaceOfTheFolderCostsTheSnapshotAndNotTheRun() {
        Folders.write(output.resolve("runs"), List.of("mine"));
        RunReport report = run().execute(RunScope.ALL);
        assertThat(report.notes()).anyMatch(note -> note.contains("The run is not kept"));
        assertThat(output.resolve("CustomerSegmentation.csv")).exists();
    }

    @Test
    void runThatIsNotThereIsToldWithThoseThatAre() {
        Snapshots runs = new Snapshots(output);
        assertThatThrownBy(() -> runs.find("last"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("holds no run");
        run().execute(RunScope.ALL);
        assertThatThrownBy(() -> runs.find("previous")).hasMessageContaining(FIRST);
        assertThatThrownBy(() -> runs.find("20990101T000000Z")).hasMessageContaining("There is no run 2099");
        assertThat(runs.find(output.resolve("runs").resolve(FIRST).toString()).runId())
                .isEqualTo(FIRST);
        assertThat(runs.find(output.toString()).classified()).isTrue();
    }
}
