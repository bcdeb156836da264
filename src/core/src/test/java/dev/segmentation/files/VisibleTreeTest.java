package dev.segmentation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VisibleTreeTest {
    @TempDir
    private Path folder;

    @Test
    void leavesOutWhatIsHiddenBelowAFolderThatMayBeHiddenItself() throws IOException {
        Path root = Files.createDirectory(folder.resolve(".rules"));
        Files.createDirectories(root.resolve("a"));
        Files.createDirectories(root.resolve(".publish/b"));
        Files.createFile(root.resolve("a/x.csv"));
        Files.createFile(root.resolve("a/.x.csv"));
        Files.createFile(root.resolve(".publish/b/y.csv"));

        assertThat(VisibleTree.of(root)).containsExactly(root.resolve("a"), root.resolve("a/x.csv"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not every user may make links there")
    void followsLinksAndListsOneThatLeadsNowhere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("x.csv"));
        Path root = Files.createDirectory(folder.resolve("rules"));
        Files.createSymbolicLink(root.resolve("in"), elsewhere);
        Files.createSymbolicLink(root.resolve("nowhere"), folder.resolve("missing"));

        assertThat(VisibleTree.of(root))
                .containsExactlyInAnyOrder(root.resolve("in"), root.resolve("in/x.csv"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("round"), root);
        assertThatThrownBy(() -> VisibleTree.of(root)).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> VisibleTree.of(folder.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }
}
