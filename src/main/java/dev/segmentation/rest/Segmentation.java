package dev.segmentation.rest;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.csv.CsvProfile;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.rules.RulesCache;
import dev.segmentation.run.RunReport;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.RunSettings;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.run.Version;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;

/** The one segmentation that this service works on: its folders, and the rules in use. */
@Startup
@ApplicationScoped
public class Segmentation {
    private final SegmentationConfig config;
    private final RulesCache cache = RulesCache.ofUser(Version.build());
    private volatile RuleCatalog catalog;

    Segmentation(SegmentationConfig config) {
        this.config = config;
        this.catalog = RuleCatalog.load(config.rules(), cache);
    }

    /** The rules in use. */
    RuleCatalog catalog() {
        return catalog;
    }

    /** The folder of the output tables. */
    Path output() {
        return config.output();
    }

    /** How many names one request may ask to classify. */
    int maxNames() {
        return config.maxNames();
    }

    /** Reads the rules anew and runs; rules that cannot be used leave the old ones in use. */
    RunReport run(RunScope scope) {
        RuleCatalog fresh = RuleCatalog.load(config.rules(), cache);
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
                cache);
        RunReport report = new SegmentationRun(settings, () -> fresh, Clock.systemUTC(), Progress.NONE).execute(scope);
        catalog = fresh;
        return report;
    }
}
