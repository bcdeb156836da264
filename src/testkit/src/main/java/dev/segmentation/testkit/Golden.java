package dev.segmentation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The golden folders: small lists and rules of their own, and what runs over them start from. */
public final class Golden {
    /** One folder for each case, with {@code input} and {@code expected}. */
    public static final Path FOLDER = Path.of("src/testkit/src/main/resources/golden");
    /** Rules with few terms, so that shipped content can grow without changing expected files. */
    public static final Path RULES = FOLDER.resolve("rules");
    /** When all runs of tests happen. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    /** Where the tests of all modules keep compiled rules. */
    public static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    private static final Map<List<Path>, Path> COPIES = new ConcurrentHashMap<>();

    private Golden() {}

    /** The input folder itself, or of a golden one a copy, the same one for all runs into one output. */
    public static Path writable(Path input, Path output) {
        if (!input.startsWith(FOLDER)) {
            return input;
        }
        return COPIES.computeIfAbsent(List.of(input, output.toAbsolutePath()), key -> {
            try {
                Path copy = Files.createTempDirectory("golden").resolve("input");
                Folders.copy(input, copy);
                return copy;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
