package dev.segmentation.suggest.group;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The model that comes with the product and runs in this process; loaded when first asked, which takes a second. */
final class BundledSentenceModel implements SentenceModel {
    private static final String UNPACK = "ENGINE_CACHE_DIR";

    private final Path cacheFolder;
    private final String system;
    private EmbeddingModel model;

    BundledSentenceModel(Path cacheFolder) {
        this(cacheFolder, System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    BundledSentenceModel(Path cacheFolder, String system) {
        this.cacheFolder = cacheFolder;
        this.system = system;
    }

    @Override
    public String id() {
        return "bge-small-en-v1.5-q";
    }

    /** Native code fails with errors, not with exceptions. */
    @Override
    public List<float[]> vectors(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        if (system.matches("Mac OS X (x86_64|amd64)")) {
            throw new ModelUnavailableException(
                    "--embeddings does not run on macOS with an Intel processor: this program holds no native code for it."
                            + " Leave --embeddings out, or run the command on Linux, on Windows or on a Mac with Apple silicon.",
                    null);
        }
        try {
            List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
            return loaded().embedAll(segments).content().stream()
                    .map(Embedding::vector)
                    .toList();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelUnavailableException(
                    "The sentence model for --embeddings cannot run here (" + reason(e)
                            + "). It needs Linux or macOS on ARM,"
                            + " or Linux or Windows on x86-64, and has to unpack native code into " + unpacked()
                            + " and "
                            + System.getProperty("java.io.tmpdir")
                            + ". Make both writable (XDG_CACHE_HOME names another cache), or work without --embeddings.",
                    e);
        }
    }

    /** Without these settings it would unpack into the home folder and might look for other code in the network. */
    private synchronized EmbeddingModel loaded() throws IOException {
        if (model == null) {
            Files.createDirectories(unpacked());
            System.setProperty(UNPACK, unpacked().toString());
            System.setProperty("ai.djl.offline", "true");
            model = new BgeSmallEnV15QuantizedEmbeddingModel();
        }
        return model;
    }

    private Path unpacked() {
        String chosen = System.getenv(UNPACK);
        return chosen == null ? cacheFolder.toAbsolutePath() : Path.of(chosen);
    }

    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String kind = first.getClass().getSimpleName();
        return first.getMessage() == null ? kind : kind + ": " + first.getMessage();
    }
}
