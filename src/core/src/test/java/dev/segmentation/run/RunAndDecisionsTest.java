package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.files.FolderLock;
import dev.segmentation.output.RunReport;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Waiting;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and changes of decisions share the input folder. */
class RunAndDecisionsTest {
    @TempDir
    private Path temp;

    @Test
    void runWaitsForAChangeToEnd() throws Exception {
        TestRun run = new TestRun(Golden.FOLDER.resolve("people/input"), temp.resolve("output"));
        FolderLock change = FolderLock.take(run.input(), Golden.CLOCK.instant());
        Thread other = new Thread(() -> {
            try {
                Waiting.untilAThreadWaitsIn(FolderLock.class);
                change.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();

        assertThat(run.execute(RunScope.DEDUPE).tally().customers()).isEqualTo(19);
        other.join();
    }

    @Test
    void runCompletesAChangeThatWasCutOff() throws IOException {
        TestRun run = new TestRun(Golden.FOLDER.resolve("people/input"), temp.resolve("output"));
        Path file = run.input().resolve(GovernanceFiles.SEGMENTS);
        byte[] old = Files.readAllBytes(file);
        new GovernanceStore(run.input(), StandardCharsets.UTF_8, Golden.CLOCK)
                .change(new Origin("analyst-1", "decide", ""), tables -> tables.table(GovernanceFiles.SEGMENTS)
                        .append(Map.of(
                                "Master Customer Name Canonical",
                                "GOLDEN",
                                "Industrial Group",
                                "Utilities",
                                "Source",
                                "Manual")));
        byte[] decided = Files.readAllBytes(file);
        // as a kill leaves it right before the new file is moved to its place
        Files.write(run.input().resolve("." + GovernanceFiles.SEGMENTS + ".D000001.new"), decided);
        Files.write(file, old);
        try (Stream<Path> backups = Files.list(run.input().resolve(".backup"))) {
            for (Path backup :
                    backups.filter(path -> path.toString().endsWith("D000001")).toList()) {
                Files.delete(backup);
            }
        }

        RunReport report = run.execute(RunScope.DEDUPE);

        assertThat(Files.readAllBytes(file)).isEqualTo(decided);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("D000001 was cut off"));
    }
}
