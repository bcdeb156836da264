package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A run over small folders with the golden rules, a clock that stands still and the cache that all tests share. */
public final class TestRun {
    private final Path input;
    private final Path output;
    private Path rules = Golden.RULES;
    private Clock clock = Golden.CLOCK;

    /** A run over these folders. */
    public TestRun(Path input, Path output) {
        this.input = Golden.writable(input, output);
        this.output = output;
    }

    /** Other rules. */
    public TestRun rules(Path folder) {
        rules = folder;
        return this;
    }

    /** Some seconds later. */
    public TestRun later(int seconds) {
        clock = Clock.offset(Golden.CLOCK, Duration.ofSeconds(seconds));
        return this;
    }

    /** Runs. */
    public RunReport execute(RunScope scope) {
        return new SegmentationRun(settings(), clock, Progress.NONE).execute(scope);
    }

    /** The settings of the run. */
    public RunSettings settings() {
        return new RunSettings(
                input,
                input.resolve(RunSettings.CUSTOMER_FILE),
                output,
                rules,
                StandardCharsets.UTF_8,
                CsvProfile.PLAIN,
                1,
                DedupeOptions.NONE,
                new RulesCache(Golden.CACHE, "test"),
                12);
    }
}
