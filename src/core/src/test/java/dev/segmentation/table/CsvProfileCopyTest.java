package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvProfileCopyTest {
    private static final List<String[]> ROWS = List.of(
            new String[] {"=1+1", "a \"quoted\" one, and more", ""},
            new String[] {"-5", "'=as it was", "two\nlines"},
            new String[] {"", "", "K–12"},
            new String[] {" blanks ", "#", "@x"});

    @TempDir
    private Path folder;

    private Path table(CsvProfile profile) throws IOException {
        Path file = folder.resolve(profile + ".csv");
        try (TableWriter writer = new TableWriter(file, profile, List.of("One", "Two", "Three"))) {
            ROWS.forEach(writer::row);
        }
        return file;
    }

    @Test
    void aCopyHasTheBytesThatTheWriterWouldHaveWritten() throws IOException {
        for (CsvProfile from : CsvProfile.values()) {
            for (CsvProfile to : CsvProfile.values()) {
                Path copy = folder.resolve("copy.csv");
                to.copy(Files.newInputStream(table(from)), copy);
                assertThat(copy).hasSameBinaryContentAs(table(to));
            }
        }
    }

    @Test
    void theProfileIsToldByTheFirstBytes() throws IOException {
        for (CsvProfile profile : CsvProfile.values()) {
            try (FileChannel channel = FileChannel.open(table(profile))) {
                assertThat(CsvProfile.of(channel)).isEqualTo(profile);
                assertThat(channel.position()).isZero();
            }
        }
    }
}
