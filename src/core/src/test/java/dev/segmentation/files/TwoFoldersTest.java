package dev.segmentation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A set whose files belong into two folders: both hold the old files or both the new ones, whenever a kill comes. */
@Tag("long")
class TwoFoldersTest {
    private static final Map<String, String> OLD = new TreeMap<>(Map.of(
            "input/list.csv",
            "mine",
            "input/registry.csv",
            "old registry",
            "output/a.csv",
            "old a",
            "output/b.csv",
            "old b"));
    private static final Map<String, String> NEW = new TreeMap<>(Map.of(
            "input/list.csv",
            "mine",
            "input/registry.csv",
            "new registry",
            "input/registry.csv.bak",
            "old registry",
            "output/a.csv",
            "new a",
            "output/b.csv",
            "new b",
            "output/history.csv",
            "new history"));

    private static final int STRIDE = 4;

    @TempDir
    private Path temp;

    private Path work;
    private Path input;
    private Path output;
    private int works;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyCutOfACommitAndOfItsRecoveryLeavesOneSet(boolean otherDisk) throws IOException {
        int cuts = everyCut(otherDisk, null);
        assertThat(cuts).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"false, b.csv", "true, b.csv", "false, registry.csv", "true, registry.csv", "false, history.csv"})
    void everyCutOfPuttingBackLeavesOneSet(boolean otherDisk, String unmovable) throws IOException {
        everyCut(otherDisk, unmovable);
    }

    /** Kills the commit before each of its steps, and the recovery after that before each of its own. */
    private int everyCut(boolean otherDisk, String unmovable) throws IOException {
        for (int cut = 0; ; cut++) {
            for (int second = Soak.on() ? 0 : cut % STRIDE; ; second += Soak.on() ? 1 : STRIDE) {
                begin();
                boolean killed = !commit(new CutSteps(cut, otherDisk ? input : null, unmovable));
                boolean pending = StagedFiles.unfinished(output);
                boolean undo = Files.exists(output.resolve(".undo"));
                boolean again = killed && !recover(new CutSteps(second, otherDisk ? input : null, null));
                assertThat(recover(new CutSteps(CutSteps.NEVER, otherDisk ? input : null, null)))
                        .isTrue();
                Map<String, String> found = content();
                assertThat(found).as("cut %d, then %d", cut, second).isIn(OLD, NEW);
                if (killed && pending) {
                    assertThat(found).as("cut %d, then %d", cut, second).isEqualTo(undo ? OLD : NEW);
                }
                if (!killed) {
                    assertThat(found).isEqualTo(unmovable == null ? NEW : OLD);
                    return cut;
                }
                if (!again) {
                    break;
                }
            }
        }
    }

    @Test
    void firstRegistryIsTakenBackWhereAnOutputCannotBePutInPlace() throws IOException {
        begin();
        Files.delete(input.resolve("registry.csv"));
        CutSteps steps = new CutSteps(CutSteps.NEVER, null, "b.csv");
        StagedFiles staged = StagedFiles.begin(output, steps);
        Files.writeString(
                staged.file(input, "registry.csv", Fingerprint.of(input.resolve("registry.csv"))), "new registry");
        Files.writeString(staged.file("b.csv"), "new b");

        assertThatThrownBy(staged::commit).isInstanceOf(OutputException.class);

        assertThat(input.resolve("registry.csv")).doesNotExist();
        assertThat(output.resolve("b.csv")).hasContent("old b");
        assertThat(StagedFiles.unfinished(output)).isFalse();
    }

    @Test
    void fileThatOthersChangedMeanwhileStopsTheCommit() throws IOException {
        begin();
        try (StagedFiles staged = stage(new FileSteps())) {
            Files.writeString(input.resolve("registry.csv"), "edited");

            assertThatThrownBy(staged::commit)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("registry.csv was changed while the run was going on");
        }
        Map<String, String> expected = new TreeMap<>(OLD);
        expected.put("input/registry.csv", "edited");
        assertThat(content()).isEqualTo(expected);
    }

    @Test
    void recoveryLeavesAloneWhatOthersWroteAfterTheKill() throws IOException {
        begin();
        assertThat(commit(new CutSteps(1, null, null))).isFalse();
        assertThat(StagedFiles.unfinished(output)).isTrue();
        Files.writeString(input.resolve("registry.csv"), "of a later run");

        StagedFiles.recover(output);

        assertThat(content())
                .containsEntry("input/registry.csv", "of a later run")
                .containsEntry("output/a.csv", "new a");
    }

    @Test
    void recoveryWaitsForAnotherRunInTheOtherFolder() throws IOException {
        begin();
        assertThat(commit(new CutSteps(1, null, null))).isFalse();
        try (FolderLock lock = FolderLock.take(input, Instant.EPOCH)) {
            assertThatThrownBy(() -> StagedFiles.recover(output))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("in use by another run");
        }
        StagedFiles.recover(output);
        assertThat(content()).isEqualTo(NEW);
    }

    @Test
    void recoveryWithoutTheOtherFolderSaysWhatToDo() throws IOException {
        begin();
        assertThat(commit(new CutSteps(1, null, null))).isFalse();
        Path away = input.resolveSibling("away");
        Files.move(input, away);
        assertThatThrownBy(() -> StagedFiles.recover(output))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(input.toString())
                .hasMessageContaining("Put it back");

        Files.move(away, input);
        StagedFiles.recover(output);
        assertThat(content()).isEqualTo(NEW);
    }

    @Test
    void oneFolderForBothIsOneSet() throws IOException {
        begin();
        try (StagedFiles staged = StagedFiles.begin(output)) {
            Files.writeString(staged.file(output, "registry.csv", "whatever"), "new registry");
            assertThat(staged.files()).containsExactly(staged.file("registry.csv"));
            staged.commit();
        }
        assertThat(output.resolve("registry.csv")).hasContent("new registry");
    }

    private void begin() throws IOException {
        work = temp.resolve("work" + works++);
        input = Files.createDirectories(work.resolve("input"));
        output = Files.createDirectories(work.resolve("output"));
        for (Map.Entry<String, String> file : OLD.entrySet()) {
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
    }

    private StagedFiles stage(FileSteps steps) throws IOException {
        StagedFiles staged = StagedFiles.begin(output, steps);
        Files.writeString(staged.file("a.csv"), "new a");
        Files.writeString(staged.file("b.csv"), "new b");
        Files.writeString(staged.file("history.csv"), "new history");
        for (String name : new String[] {"registry.csv", "registry.csv.bak"}) {
            Path file = staged.file(input, name, Fingerprint.of(input.resolve(name)));
            Files.writeString(file, NEW.get("input/" + name));
        }
        return staged;
    }

    /** Whether it ended by itself; a set that cannot be put in place ends by itself too. */
    private boolean commit(CutSteps steps) throws IOException {
        StagedFiles staged;
        try {
            staged = stage(steps);
        } catch (CutSteps.Killed e) {
            return false;
        }
        try {
            staged.commit();
            return true;
        } catch (OutputException e) {
            return true;
        } catch (CutSteps.Killed e) {
            return false;
        }
    }

    private boolean recover(CutSteps steps) throws IOException {
        try {
            StagedFiles.recover(output, steps);
            return true;
        } catch (CutSteps.Killed e) {
            return false;
        }
    }

    private Map<String, String> content() {
        Map<String, String> files = Folders.files(work);
        files.remove("input/.lock");
        return files;
    }
}
