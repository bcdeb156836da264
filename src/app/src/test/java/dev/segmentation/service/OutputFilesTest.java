package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.OutputException;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilesTest {
    private static final String MASTERS = "MasterCustomerSegmentation.csv";

    @TempDir
    private Path folder;

    private OutputFiles run(int later) {
        new TestRun(Golden.FOLDER.resolve("people/input"), folder).later(later).execute(RunScope.ALL);
        return new OutputFiles(folder);
    }

    private static byte[] read(Optional<OutputFiles.Opened> opened) throws IOException {
        try (var bytes = opened.orElseThrow().bytes()) {
            return bytes.readAllBytes();
        }
    }

    @Test
    void withoutARunThereIsNothing() {
        OutputFiles files = new OutputFiles(folder);
        assertThat(files.list().files()).isEmpty();
        assertThat(files.open(MASTERS, CsvProfile.PLAIN)).isEmpty();
    }

    @Test
    void whatIsOpenStaysWhileAnotherRunTakesItsPlace() throws IOException {
        OutputFiles files = run(0);
        String log = "RunHistory.csv";
        byte[] before = Files.readAllBytes(folder.resolve(log));
        Optional<OutputFiles.Opened> open = files.open(log, CsvProfile.PLAIN);
        run(1);

        assertThat(Files.readAllBytes(folder.resolve(log))).isNotEqualTo(before);
        assertThat(read(open)).isEqualTo(before);
    }

    @Test
    void aChangedFileIsListedWithItsPresentHashAndHandedOutAsItWas() throws IOException {
        OutputFiles files = run(0);
        String hash = hash(files);
        byte[] before = Files.readAllBytes(folder.resolve(MASTERS));
        Files.writeString(folder.resolve(MASTERS), "edited");

        assertThat(hash(files)).isNotEqualTo(hash);
        for (CsvProfile profile : CsvProfile.values()) {
            Optional<OutputFiles.Opened> open = files.open(MASTERS, profile);
            assertThat(open.orElseThrow().tag()).startsWith(hash);
            assertThat(read(open)).hasSize((int) open.orElseThrow().size());
        }
        assertThat(read(files.open(MASTERS, CsvProfile.PLAIN))).isEqualTo(before);
    }

    private static String hash(OutputFiles files) {
        return files.list().files().stream()
                .filter(file -> file.name().equals(MASTERS))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    @Test
    void aChangedFileOfWhichNoCopyIsKeptIsRefused() throws IOException {
        OutputFiles files = run(0);
        Files.writeString(folder.resolve("PossibleSplits.csv"), "edited");
        assertThatThrownBy(() -> files.open("PossibleSplits.csv", CsvProfile.PLAIN))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("edited since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"run\": \"20260101T000000Z\", \"outputs\": {"})
    void nothingIsHandedOutWhereTheManifestIsDamaged(String manifest) throws IOException {
        OutputFiles files = run(0);
        Files.writeString(folder.resolve("manifest.json"), manifest);

        for (String name : List.of(MASTERS, "PossibleSplits.csv", "manifest.json")) {
            assertThatThrownBy(() -> files.open(name, CsvProfile.PLAIN)).isInstanceOf(OutputException.class);
        }
    }

    @Test
    void noOtherFileIsHandedOut() throws IOException {
        OutputFiles files = run(0);
        Files.writeString(folder.resolve("notes.csv"), "mine");
        for (String name : List.of("notes.csv", "runs", "../input/ManualOverrides.csv", "", ".", "/etc/passwd")) {
            assertThat(files.open(name, CsvProfile.PLAIN)).isEmpty();
        }
        assertThat(files.list().files()).extracting(OutputFiles.Listed::name).doesNotContain("notes.csv");
    }
}
