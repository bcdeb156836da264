package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of vectors between runs. */
class VectorStoreTest {
    private static final List<String> TEXTS = List.of("city hospital", "credit union", "roofing");

    @TempDir
    private Path folder;

    private final CountedModel model = CountedModel.ofLetters();

    private VectorStore store() {
        return new VectorStore(model, folder, 4);
    }

    private Path file() {
        return folder.resolve("vectors-letters.bin");
    }

    @Test
    void aTextIsComputedOnce() {
        store().of(List.of("roofing", "roofing", "credit union"));
        store().of(TEXTS);

        assertThat(model.asked()).containsExactly("roofing", "credit union", "city hospital");
    }

    @Test
    void aVectorFromTheFileIsTheOneThatWasComputed() {
        var computed = store().of(TEXTS);

        assertThat(store().of(TEXTS)).usingRecursiveComparison().isEqualTo(computed);
        assertThat(model.asked()).hasSize(3);
    }

    @Test
    void aFileWithOneWrongByteIsDropped() throws IOException {
        store().of(TEXTS);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);

        store().of(TEXTS);
        assertThat(model.asked()).hasSize(6);

        store().of(TEXTS);
        assertThat(model.asked()).as("it is whole again").hasSize(6);
    }

    @Test
    void aFileThatWasCutOffAtAnyPlaceIsDropped() throws IOException {
        store().of(TEXTS);
        byte[] bytes = Files.readAllBytes(file());
        int cuts = 0;
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            store().of(TEXTS);
            cuts++;
        }

        assertThat(model.asked()).hasSize(3 + 3 * cuts);
    }

    @Test
    void thoseNotUsedForLongestGoFirst() {
        store().of(TEXTS);
        VectorStore store = store();
        store.of(List.of("city hospital", "a", "b"));
        assertThat(model.asked()).hasSize(5);

        store().of(List.of("city hospital", "roofing", "a", "b"));
        assertThat(model.asked()).hasSize(5);

        store().of(List.of("credit union"));
        assertThat(model.asked()).hasSize(6);
    }

    @Test
    void moreTextsThanItKeepsAreAnsweredAllTheSame() {
        List<String> many = IntStream.range(0, 50).mapToObj(i -> "text " + i).toList();

        assertThat(store().of(many)).containsOnlyKeys(many);
    }

    @Test
    void withoutAFolderItComputesEachTime() throws IOException {
        Path none = Files.writeString(folder.resolve("file"), "").resolve("cache");

        assertThat(new VectorStore(model, none).of(TEXTS)).containsOnlyKeys(TEXTS);
        assertThat(new VectorStore(model, none).of(TEXTS)).containsOnlyKeys(TEXTS);
        assertThat(model.asked()).hasSize(6);
    }

    @Test
    void leavesNoOtherFile() throws IOException {
        store().of(TEXTS);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }
}
