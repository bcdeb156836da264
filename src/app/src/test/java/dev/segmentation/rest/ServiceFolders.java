package dev.segmentation.rest;

import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the service under test folders of its own: a copy of a golden case and of the golden rules, and few names. */
public class ServiceFolders implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("service");
            Folders.copy(Golden.FOLDER.resolve("people/input"), folder.resolve("input"));
            Folders.copy(Golden.RULES, folder.resolve("rules"));
            return Map.of(
                    "segmenter.input", folder.resolve("input").toString(),
                    "segmenter.output", folder.resolve("output").toString(),
                    "segmenter.rules", folder.resolve("rules").toString(),
                    "segmenter.state", folder.resolve("state").toString(),
                    "segmenter.max-names", "3",
                    "quarkus.http.test-port", "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the folder is in the folder for temporary files
    }
}
