package dev.segmentation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder holds the old set or the new one; a killed run is played by building by hand what it leaves behind. */
class StagedFilesTest {
    private static final Map<String, String> OLD = Map.of("a.csv", "old a", "b.csv", "old b");
    private static final Map<String, String> NEW = Map.of("a.csv", "new a", "b.csv", "new b", "c.csv", "new c");

    @TempDir
    Path folder;

    @Test
    void commitPutsAllFilesInPlaceAndLeavesNothingBehind() throws IOException {
        put(folder, OLD);
        try (StagedFiles staged = StagedFiles.begin(folder)) {
            put(staged, NEW);
            assertThat(content()).containsAllEntriesOf(OLD);
            assertThat(staged.files())
                    .extracting(f -> f.getFileName().toString())
                    .containsExactly("a.csv", "b.csv", "c.csv");
            staged.commit();
        }

        assertThat(content()).isEqualTo(NEW);
        assertThat(StagedFiles.unfinished(folder)).isFalse();
    }

    @Test
    void commitLeavesFilesOfOtherNamesAlone() throws IOException {
        put(folder, Map.of("mine.txt", "mine"));
        try (StagedFiles staged = StagedFiles.begin(folder)) {
            put(staged, NEW);
            staged.commit();
        }

        assertThat(content()).containsEntry("mine.txt", "mine").hasSize(4);
    }

    @Test
    void makesTheFolder() throws IOException {
        Path deep = folder.resolve("x/y");
        try (StagedFiles staged = StagedFiles.begin(deep)) {
            put(staged, NEW);
            staged.commit();
        }

        assertThat(deep.resolve("c.csv")).hasContent("new c");
    }

    @Test
    void closingWithoutCommitKeepsTheFormerFiles() throws IOException {
        put(folder, OLD);
        try (StagedFiles staged = StagedFiles.begin(folder)) {
            put(staged, NEW);
        }

        assertThat(content()).isEqualTo(OLD);
    }

    @Test
    void targetThatIsAFolderIsRefusedAndTheFormerFilesStay() throws IOException {
        put(folder, OLD);
        Files.createDirectories(folder.resolve("c.csv"));
        Files.writeString(folder.resolve("c.csv").resolve("inside.txt"), "kept");
        try (StagedFiles staged = StagedFiles.begin(folder)) {
            put(staged, NEW);
            assertThatThrownBy(staged::commit)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("c.csv is a folder");
        }

        assertThat(content())
                .containsAllEntriesOf(OLD)
                .containsEntry("c.csv/inside.txt", "kept")
                .hasSize(3);
    }

    @Test
    void fileWhereTheFolderShouldBeIsAnOutputProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> StagedFiles.begin(file)).isInstanceOf(OutputException.class);
    }

    @Test
    void killedWhileWritingMeansTheOldSet() throws IOException {
        put(folder, OLD);
        put(folder.resolve(".staging"), Map.of("a.csv", "new a", "b.csv", "half"));

        StagedFiles.recover(folder);

        assertThat(content()).isEqualTo(OLD);
    }

    @Test
    void killedRightAfterTheRenameMeansTheNewSet() throws IOException {
        put(folder, OLD);
        put(folder.resolve(".commit"), NEW);
        assertThat(StagedFiles.unfinished(folder)).isTrue();

        StagedFiles.recover(folder);

        assertThat(content()).isEqualTo(NEW);
    }

    @Test
    void killedAfterEachStepOfMovingInMeansTheNewSet() throws IOException {
        List<String> names = List.of("a.csv", "b.csv", "c.csv");
        for (int moved = 0; moved <= names.size(); moved++) {
            for (boolean former : new boolean[] {false, true}) {
                clear();
                halfMoved(".commit", names, moved, former);

                StagedFiles.recover(folder);

                assertThat(content())
                        .as("%d moved, next former kept: %s", moved, former)
                        .isEqualTo(NEW);
            }
        }
    }

    @Test
    void killedAfterEachStepOfPuttingBackMeansTheOldSet() throws IOException {
        List<String> names = List.of("a.csv", "b.csv", "c.csv");
        for (int moved = 0; moved <= names.size(); moved++) {
            for (int restored = 0; restored <= 2; restored++) {
                clear();
                halfMoved(".undo", names, moved, true);
                for (String name : List.of("a.csv", "b.csv").subList(0, restored)) {
                    Path former = folder.resolve(".undo/.former").resolve(name);
                    if (Files.exists(former)) {
                        Files.writeString(folder.resolve(name), OLD.get(name));
                        Files.delete(former);
                    }
                }

                StagedFiles.recover(folder);

                assertThat(content())
                        .as("%d moved, %d restored", moved, restored)
                        .isEqualTo(OLD);
                assertThat(StagedFiles.unfinished(folder)).isFalse();
            }
        }
    }

    @Test
    void killedWhileClearingUpAfterTheCommitMeansTheNewSet() throws IOException {
        put(folder, NEW);
        put(folder.resolve(".commit/.former"), OLD);

        StagedFiles.recover(folder);

        assertThat(content()).isEqualTo(NEW);
    }

    @Test
    void recoveringTwiceChangesNothing() throws IOException {
        halfMoved(".undo", List.of("a.csv", "b.csv", "c.csv"), 2, true);

        StagedFiles.recover(folder);
        StagedFiles.recover(folder);

        assertThat(content()).isEqualTo(OLD);
    }

    @Test
    void beginCompletesWhatAKilledRunLeft() throws IOException {
        put(folder, OLD);
        put(folder.resolve(".commit"), NEW);

        try (StagedFiles staged = StagedFiles.begin(folder)) {
            assertThat(staged.files()).isEmpty();
            assertThat(folder.resolve("c.csv")).hasContent("new c");
        }

        assertThat(content()).isEqualTo(NEW);
    }

    /** What moving in leaves when it stops: some files in place, their former content or absence kept beside them. */
    private void halfMoved(String state, List<String> names, int moved, boolean nextFormerKept) throws IOException {
        put(folder, OLD);
        Path work = folder.resolve(state);
        put(work, NEW);
        Files.createDirectories(work.resolve(".former"));
        Files.createDirectories(work.resolve(".absent"));
        for (int i = 0; i < Math.min(names.size(), moved + (nextFormerKept ? 1 : 0)); i++) {
            String name = names.get(i);
            if (OLD.containsKey(name)) {
                Files.createLink(work.resolve(".former").resolve(name), folder.resolve(name));
            } else {
                Files.createFile(work.resolve(".absent").resolve(name));
            }
            if (i < moved) {
                Files.deleteIfExists(folder.resolve(name));
                Files.move(work.resolve(name), folder.resolve(name));
            }
        }
    }

    private static void put(StagedFiles staged, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(staged.file(file.getKey()), file.getValue());
        }
    }

    private static void put(Path into, Map<String, String> files) throws IOException {
        Files.createDirectories(into);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(into.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".staging/")) {
                    content.put(name, Files.readString(file));
                }
            }
        }
        return content;
    }

    private void clear() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> paths =
                    new ArrayList<>(tree.filter(path -> !path.equals(folder)).toList());
            Collections.reverse(paths);
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
