package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
