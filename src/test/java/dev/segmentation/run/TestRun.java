package dev.segmentation.run;

import dev.segmentation.Folders;
import dev.segmentation.csv.CsvProfile;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rules.RulesCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs over small folders for tests: the golden rules, a clock that stands still, and a cache that all tests share. */
public final class TestRun {
    /** The golden folders. */
    public static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Rules with few terms, so that shipped content can grow without changing expected files. */
    public static final Path RULES = GOLDEN.resolve("rules");

    private static final Map<List<Path>, Path> COPIES = new ConcurrentHashMap<>();

    /** When all test runs happen. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    /** Compiled rules of the tests. */
    public static final RulesCache CACHE =
            new RulesCache(Path.of("target", "test-cache").toAbsolutePath(), "test");

    private final Path input;
    private final Path output;
    private Path customers;
    private Path rules = RULES;
    private CsvProfile profile = CsvProfile.PLAIN;
    private int threads = 1;
    private int keepRuns = 12;
    private Clock clock = CLOCK;
    private Progress progress = Progress.NONE;

    /** A run over these folders; of a golden folder it takes a copy, the same one for all runs into one output. */
    public TestRun(Path input, Path output) {
        this.input = input.startsWith(GOLDEN) ? copy(input, output) : input;
        this.output = output;
        this.customers = this.input.resolve(RunSettings.CUSTOMER_FILE);
    }

    private static Path copy(Path golden, Path output) {
        return COPIES.computeIfAbsent(List.of(golden, output.toAbsolutePath()), key -> {
            try {
                Path copy = Files.createTempDirectory("golden").resolve("input");
                Folders.copy(golden, copy);
                return copy;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The input folder, where the registry is. */
    public Path input() {
        return input;
    }

    /** Another customer list. */
    public TestRun customers(Path file) {
        customers = file;
        return this;
    }

    /** Other rules. */
    public TestRun rules(Path folder) {
        rules = folder;
        return this;
    }

    /** Another CSV profile. */
    public TestRun profile(CsvProfile other) {
        profile = other;
        return this;
    }

    /** More threads. */
    public TestRun threads(int count) {
        threads = count;
        return this;
    }

    /** More or fewer runs to keep. */
    public TestRun keepRuns(int count) {
        keepRuns = count;
        return this;
    }

    /** Some seconds later. */
    public TestRun later(int seconds) {
        clock = Clock.fixed(CLOCK.instant().plusSeconds(seconds), ZoneOffset.UTC);
        return this;
    }

    /** Does something else when the run begins to classify. */
    public TestRun meanwhile(Runnable action) {
        progress = (name, total) -> {
            if (name.equals("Classifying")) {
                action.run();
            }
            return Progress.NONE.start(name, total);
        };
        return this;
    }

    /** Does it. */
    public RunReport execute(RunScope scope) {
        return new SegmentationRun(settings(), clock, progress).execute(scope);
    }

    /** Where it reads and writes, and how. */
    public RunSettings settings() {
        return new RunSettings(
                input,
                customers,
                output,
                rules,
                StandardCharsets.UTF_8,
                profile,
                threads,
                DedupeOptions.NONE,
                CACHE,
                keepRuns);
    }
}
