package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the model that comes with the product cannot run. */
class BundledSentenceModelTest {
    @TempDir
    private Path folder;

    @Test
    void whereItCannotUnpackItsCodeItSaysWhereAndWhatToDo() throws IOException {
        Path cache = Files.writeString(folder.resolve("file"), "").resolve("cache");
        SentenceModel model = new BundledSentenceModel(cache);

        assertThatThrownBy(() -> model.vectors(List.of("city hospital")))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(cache.toString(), "XDG_CACHE_HOME", "--embeddings");
    }

    @Test
    void isNotLoadedForNothing() throws IOException {
        Path cache = Files.writeString(folder.resolve("file"), "").resolve("cache");

        assertThat(new BundledSentenceModel(cache).vectors(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X x86_64", "Mac OS X amd64"})
    void onAMacWithAnIntelProcessorItSaysThatItDoesNotRunThereAndWhatToDo(String system) {
        SentenceModel model = new BundledSentenceModel(folder.resolve("cache"), system);

        assertThatThrownBy(() -> model.vectors(List.of("city hospital")))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContainingAll(
                        "--embeddings does not run on macOS with an Intel processor",
                        "Leave --embeddings out",
                        "Linux",
                        "Windows",
                        "Apple silicon");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux amd64", "Mac OS X aarch64", "Windows 11 amd64"})
    void elsewhereItIsTried(String system) throws IOException {
        Path cache = Files.writeString(folder.resolve("file"), "").resolve("cache");
        SentenceModel model = new BundledSentenceModel(cache, system);

        assertThatThrownBy(() -> model.vectors(List.of("city hospital")))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining(cache.toString());
    }
}
