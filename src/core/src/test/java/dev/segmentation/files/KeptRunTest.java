package dev.segmentation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A set that is kept for later, and a set that cannot be put in place: nothing of either is ever lost or half there. */
@Tag("long")
class KeptRunTest {
    private static final Map<String, String> OLD = Map.of("a.csv", "old a", "b.csv", "old b");
    private static final Map<String, String> NEW = Map.of("a.csv", "new a", "b.csv", "new b", "c.csv", "new c");
    private static final Map<String, String> KEPT = Map.of("a.csv", "new a", "Summary.csv", "sum");
    private static final int STRIDE = 4;

    @TempDir
    private Path temp;

    private Path output;
    private int works;

    @BeforeEach
    void begin() {
        output = temp.resolve("work" + works++);
        OLD.forEach((name, text) -> Folders.write(output.resolve(name), List.of(text)));
    }

    private StagedFiles stage(FileSteps steps) throws IOException {
        StagedFiles staged = StagedFiles.begin(output, steps);
        NEW.forEach((name, text) -> Folders.write(staged.file(name), List.of(text)));
        staged.keepAs("1");
        KEPT.forEach((name, text) -> Folders.write(staged.kept(name), List.of(text)));
        return staged;
    }

    /** All files by path, without line ends. */
    private Map<String, String> content() {
        Map<String, String> content = Folders.files(output);
        content.replaceAll((name, text) -> text.strip());
        return content;
    }

    private static Map<String, String> placed() {
        Map<String, String> all = new TreeMap<>(NEW);
        KEPT.forEach((name, text) -> all.put("runs/1/" + name, text));
        return all;
    }

    private static Map<String, String> unplaced() {
        Map<String, String> all = new TreeMap<>(OLD);
        NEW.forEach((name, text) -> all.put("runs/1-unplaced/" + name, text));
        all.put("runs/1-unplaced/Summary.csv", "sum");
        return all;
    }

    @Test
    void commitPutsTheKeptFolderBesideTheFiles() throws IOException {
        try (StagedFiles staged = stage(new FileSteps())) {
            assertThat(staged.commit()).isEmpty();
        }
        assertThat(content()).isEqualTo(placed());
    }

    @Test
    void setWithoutKeptFilesLeavesNoFolder() throws IOException {
        try (StagedFiles staged = StagedFiles.begin(output)) {
            staged.keepAs("1");
            staged.commit();
        }
        assertThat(content()).isEqualTo(OLD);
        assertThat(output.resolve("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"a.csv", "b.csv", "c.csv"})
    void fileThatIsHeldKeepsTheWholeNewSetAndTheMessageSaysWhere(String held) throws IOException {
        try (StagedFiles staged = stage(new CutSteps(CutSteps.NEVER, null, held))) {
            assertThatThrownBy(staged::commit)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(output.resolve(held) + " could not be replaced")
                    .hasMessageContaining("Excel or Power BI")
                    .hasMessageContaining(output.resolve("runs/1-unplaced").toString())
                    .hasMessageContaining("run the same command again");
        }
        assertThat(content()).isEqualTo(unplaced());
    }

    @Test
    void setOfWhichNothingIsToBeKeptIsKeptAllTheSameWhereItFindsNoPlace() throws IOException {
        StagedFiles staged = StagedFiles.begin(output, new CutSteps(CutSteps.NEVER, null, "b.csv"));
        NEW.forEach((name, text) -> Folders.write(staged.file(name), List.of(text)));
        staged.keepAs("1");
        assertThatThrownBy(staged::commit).hasMessageContaining("1-unplaced");
        Map<String, String> expected = unplaced();
        expected.remove("runs/1-unplaced/Summary.csv");
        assertThat(content()).isEqualTo(expected);
    }

    @Test
    void folderInPlaceOfATargetKeepsTheWholeNewSet() throws IOException {
        Files.createDirectories(output.resolve("c.csv"));
        try (StagedFiles staged = stage(new FileSteps())) {
            assertThatThrownBy(staged::commit)
                    .hasMessageContaining("c.csv is a folder")
                    .hasMessageContaining("1-unplaced");
        }
        assertThat(content()).isEqualTo(unplaced());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writeProtectedTargetIsNotReplaced() throws IOException {
        Path file = output.resolve("b.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        try (StagedFiles staged = stage(new FileSteps())) {
            assertThatThrownBy(staged::commit)
                    .hasMessageContaining("b.csv is read-only")
                    .hasMessageContaining("1-unplaced");
        }
        assertThat(content()).isEqualTo(unplaced());
    }

    @Test
    void fileInPlaceOfTheRunsFolderCostsTheKeptFolderAlone() throws IOException {
        Folders.write(output.resolve("runs"), List.of("mine"));
        try (StagedFiles staged = stage(new FileSteps())) {
            assertThat(staged.commit()).contains("The run is not kept in", "Its files are in place");
        }
        Map<String, String> expected = new TreeMap<>(NEW);
        expected.put("runs", "mine");
        assertThat(content()).isEqualTo(expected);
    }

    @Test
    void newSetGoesToATemporaryFolderWhereNoneCanBeKept() throws IOException {
        Folders.write(output.resolve("runs"), List.of("mine"));
        Throwable told;
        try (StagedFiles staged = stage(new CutSteps(CutSteps.NEVER, null, "b.csv"))) {
            told = catchThrowable(staged::commit);
        }
        assertThat(told).hasMessageContaining("b.csv could not be replaced");
        Path kept = Path.of(told.getMessage().replaceAll("(?s).* lie complete in ([^,]*),.*", "$1"));
        Map<String, String> rescued = Folders.files(kept);
        rescued.replaceAll((name, text) -> text.strip());
        assertThat(rescued).containsAllEntriesOf(NEW).containsKey("Summary.csv").hasSize(4);
        Map<String, String> expected = new TreeMap<>(OLD);
        expected.put("runs", "mine");
        assertThat(content()).isEqualTo(expected);
        for (String name : rescued.keySet()) {
            Files.delete(kept.resolve(name));
        }
        Files.delete(kept);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "a.csv", "b.csv", "c.csv"})
    void everyCutLeavesOneSetAndWholeKeptFolders(String held) throws IOException {
        for (int cut = 0; ; cut++) {
            for (int second = Soak.on() ? 0 : cut % STRIDE; ; second += Soak.on() ? 1 : STRIDE) {
                begin();
                int last = cut;
                boolean killed =
                        !attempt(() -> stage(new CutSteps(last, null, held)).commit());
                int again = second;
                boolean twice = killed && !attempt(() -> StagedFiles.recover(output, new CutSteps(again, null, null)));
                StagedFiles.recover(output);
                String moment = "cut " + cut + ", then " + second;
                assertThat(content()).as(moment).isIn(new TreeMap<>(OLD), placed(), unplaced());
                if (!killed) {
                    assertThat(content()).isEqualTo(held == null ? placed() : unplaced());
                    return;
                }
                if (!twice) {
                    break;
                }
            }
        }
    }

    @Test
    void discardedFoldersAreGoneAtOnce() throws IOException {
        Path runs = output.resolve("runs");
        for (int i = 1; i <= 3; i++) {
            Folders.write(runs.resolve(i + "/x.csv"), List.of("x"));
        }
        StagedFiles.discard(output, List.of(runs.resolve("1"), runs.resolve("3")));
        assertThat(runs).isDirectoryContaining(path -> path.endsWith("2"));
        assertThat(Folders.files(runs)).containsOnlyKeys("2/x.csv");
        Folders.write(output.resolve(".discard/9/x.csv"), List.of("x"));
        StagedFiles.recover(output);
        assertThat(output.resolve(".discard")).doesNotExist();
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Whether it came to its end, be it in vain. */
    private static boolean attempt(Work work) throws IOException {
        try {
            work.run();
            return true;
        } catch (CutSteps.Killed e) {
            return false;
        } catch (OutputException e) {
            return true;
        }
    }
}
