package dev.segmentation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.testkit.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    /** Run by another Java process: takes the operating system's lock on the file and says whether that worked. */
    private static final String OTHER_PROCESS =
            """
            import java.nio.channels.*; import java.nio.file.*;
            class Other { public static void main(String[] a) throws Exception {
                try (var c = FileChannel.open(Path.of(a[0]), StandardOpenOption.WRITE)) {
                    System.out.print(c.tryLock() == null ? "held" : "free");
                }
            } }
            """;

    @TempDir
    Path folder;

    @Test
    void secondTakerIsRefusedAndToldWhoHoldsTheFolder() throws IOException {
        try (FolderLock first = FolderLock.take(folder, NOON)) {
            assertThat(first).isNotNull();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> FolderLock.take(folder, NOON.plusSeconds(60)))
                        .isInstanceOf(OutputException.class)
                        .hasMessageContaining(folder + " is in use by another run (process "
                                + ProcessHandle.current().pid() + " since 2026-01-31T12:00:00Z)");
            }
        }
    }

    @Test
    void refusedTakerDoesNotFreeTheLockForOtherProcesses() throws IOException, InterruptedException {
        try (FolderLock first = FolderLock.take(folder, NOON)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder, NOON)).isInstanceOf(OutputException.class);

            assertThat(askOtherProcess()).isEqualTo("held");
        }
        assertThat(askOtherProcess()).isEqualTo("free");
    }

    @Test
    void folderIsFreeOnceTheLockIsClosed() throws IOException {
        FolderLock.take(folder, NOON).close();

        FolderLock.take(folder, NOON).close();

        assertThat(folder.resolve(".lock")).exists();
    }

    @Test
    void waitsForTheHolderAsLongAsItIsTold() throws IOException, InterruptedException {
        FolderLock first = FolderLock.take(folder, NOON);
        assertThatThrownBy(() -> FolderLock.take(folder, NOON, Duration.ofMillis(50)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("since 2026-01-31T12:00:00Z");
        FolderLock[] second = {null};
        Thread other = new Thread(() -> second[0] = FolderLock.take(folder, NOON, Duration.ofSeconds(30)));
        other.start();
        Waiting.untilAThreadWaitsIn(FolderLock.class);
        assertThat(second[0]).isNull();

        first.close();

        other.join();
        second[0].close();
    }

    @Test
    void makesTheFolder() throws IOException {
        try (FolderLock lock = FolderLock.take(folder.resolve("a/b"), NOON)) {
            assertThat(lock).isNotNull();
            assertThat(folder.resolve("a/b/.lock")).exists();
        }
    }

    @Test
    void folderThatIsAFileIsAnOutputProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FolderLock.take(file, NOON))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("cannot be written");
    }

    private String askOtherProcess() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Other.java"), OTHER_PROCESS);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(
                        List.of(java, source.toString(), folder.resolve(".lock").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        other.waitFor();
        return answer;
    }
}
