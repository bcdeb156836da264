package dev.segmentation.rest;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.OutputException;
import dev.segmentation.csv.TableException;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rest.ServiceMetrics.Outcome;
import dev.segmentation.rules.ActiveRules;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.rules.RulesCache;
import dev.segmentation.rules.RulesException;
import dev.segmentation.run.RunReport;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.RunSettings;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.run.Version;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** The one segmentation that this service works on: its folders, and the rules in use. */
@Startup
@ApplicationScoped
public class Segmentation {
    private final SegmentationConfig config;
    private final RulesCache cache = RulesCache.ofUser(Version.build());
    private final ActiveRules rules;
    private final ServiceMetrics metrics;

    Segmentation(SegmentationConfig config, ServiceMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
        this.rules = ActiveRules.load(config.rules(), cache);
    }

    /** The rules in use. */
    RuleCatalog catalog() {
        return rules.current();
    }

    /** The folder of the output tables. */
    Path output() {
        return config.output();
    }

    /** How many names one request may ask to classify. */
    int maxNames() {
        return config.maxNames();
    }

    /**
     * Reads the rules anew and runs.
     *
     * @throws RulesException if the rules have errors; the former ones stay in use
     */
    RunReport run(RunScope scope) {
        ActiveRules.Reload reload = rules.reload();
        metrics.reload(reload.published() ? Outcome.DONE : Outcome.REFUSED);
        if (!reload.published()) {
            throw new RulesException(reload.check().errors());
        }
        RuleCatalog fresh = rules.current();
        Path customers = config.customers().orElse(config.input().resolve(RunSettings.CUSTOMER_FILE));
        RunSettings settings = new RunSettings(
                config.input(),
                customers,
                config.output(),
                config.rules(),
                config.encoding(),
                CsvProfile.PLAIN,
                Runtime.getRuntime().availableProcessors(),
                DedupeOptions.NONE,
                cache,
                config.keepRuns());
        return measured(new SegmentationRun(settings, () -> fresh, Clock.systemUTC(), Progress.NONE), scope);
    }

    private RunReport measured(SegmentationRun run, RunScope scope) {
        long start = System.nanoTime();
        String word = scope.name().toLowerCase(Locale.ROOT);
        Outcome outcome = Outcome.FAILED;
        try {
            RunReport report = run.execute(scope);
            outcome = Outcome.DONE;
            RunLog.done(word, report, Duration.ofNanos(System.nanoTime() - start));
            return report;
        } catch (TableException | OutputException | RulesException e) {
            outcome = Outcome.REFUSED;
            throw e;
        } finally {
            metrics.run(word, outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
