package dev.segmentation.run;

import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** Runs over small folders for tests: the golden rules, a clock that stands still, and a cache that all tests share. */
public final class TestRun {
    /** Compiled rules of the tests. */
    public static final RulesCache CACHE = new RulesCache(Golden.CACHE, "test");

    private final Path input;
    private final Path output;
    private Path customers;
    private Path rules = Golden.RULES;
    private CsvProfile profile = CsvProfile.PLAIN;
    private int threads = 1;
    private int keepRuns = 12;
    private Clock clock = Golden.CLOCK;
    private Progress progress = Progress.NONE;

    /** A run over these folders; of a golden folder it takes a copy, the same one for all runs into one output. */
    public TestRun(Path input, Path output) {
        this.input = Golden.writable(input, output);
        this.output = output;
        this.customers = this.input.resolve(RunSettings.CUSTOMER_FILE);
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
        clock = Clock.fixed(Golden.CLOCK.instant().plusSeconds(seconds), ZoneOffset.UTC);
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
