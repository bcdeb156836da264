package dev.segmentation.suggest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private AnswerCache at(Instant time) {
        return new AnswerCache(folder.resolve("cache"), Duration.ofDays(30), Clock.fixed(time, ZoneOffset.UTC));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    @Test
    void keepsAnswersByTheirQuestion() {
        at(NOW).put("q", "K–12\nlines");

        assertThat(at(NOW).get("q")).contains("K–12\nlines");
        assertThat(at(NOW).get("Q")).isEmpty();
    }

    @Test
    void answersGrowOld() {
        at(NOW).put("q", "a");

        assertThat(at(NOW.plus(Duration.ofDays(30))).get("q")).contains("a");
        assertThat(at(NOW.plus(Duration.ofDays(31))).get("q")).isEmpty();
    }

    @Test
    void theLastAnswerCounts() throws IOException {
        at(NOW).put("q", "a");
        at(NOW).put("q", "b");

        assertThat(at(NOW).get("q")).contains("b");
        assertThat(files()).hasSize(1);
    }

    @Test
    void damagedFilesCountAsNone() throws IOException {
        at(NOW).put("q", "answer");
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(NOW));
            assertThat(at(NOW).get("q")).as("%d bytes", length).isEmpty();
        }
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE});
        assertThat(at(NOW).get("q")).isEmpty();
        at(NOW).put("q", "answer");
        assertThat(at(NOW).get("q")).contains("answer");
    }

    @Test
    void aFolderThatCannotBeMadeOnlyCostsTime() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        at(NOW).put("q", "a");

        assertThat(at(NOW).get("q")).isEmpty();
    }
}
