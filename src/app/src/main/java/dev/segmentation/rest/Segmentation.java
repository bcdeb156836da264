package dev.segmentation.rest;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.files.OutputException;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.GroupChanges;
import dev.segmentation.service.Job;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.service.rules.RulesRefusal;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import dev.segmentation.workspace.Version;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The one segmentation that this process serves, made from the configuration, with what it counts beside requests; the names
 * of the counters are listed in the operator guide.
 */
@Startup
@ApplicationScoped
public class Segmentation {
    private static final Logger LOG = Logger.getLogger(Segmentation.class);
    private static final String JOB_ID = "jobId";
    private static final String RUN_ID = "runId";
    private static final String OUTCOME = "outcome";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String FAILED = "failed";

    private final SegmentationConfig config;
    private final MeterRegistry registry;
    private final SegmentationService service;

    Segmentation(SegmentationConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
        this.service = new SegmentationService(
                settings(config), config.keepJobs(), config.maxWaitingJobs(), Clock.systemUTC(), this::measure);
        if (config.warmUp()) {
            Thread warming = new Thread(service::warmUp, "warm-up");
            warming.setDaemon(true);
            warming.start();
        }
    }

    private static RunSettings settings(SegmentationConfig config) {
        return new RunSettings(
                config.input(),
                config.customers().orElse(config.input().resolve(RunSettings.CUSTOMER_FILE)),
                config.output(),
                config.rules(),
                config.encoding(),
                CsvProfile.PLAIN,
                Runtime.getRuntime().availableProcessors(),
                DedupeOptions.NONE,
                RulesCache.ofUser(Version.build()),
                config.keepRuns());
    }

    /** What there is to ask. */
    public SegmentationService service() {
        return service;
    }

    /**
     * The run that readers see; take it once for each answer.
     *
     * @throws TableException if there was none
     */
    public CurrentRun run() {
        return service.current()
                .orElseThrow(
                        () -> new TableException(
                                "There was no run yet. POST /api/runs starts one; it reads the customer list of the input folder."));
    }

    /** Makes the one rule service of this process when it starts, so that a publication that was cut off is settled first. */
    @Produces
    @Singleton
    @Startup
    static RuleService rules(Segmentation segmentation, SegmentationConfig config) {
        return new RuleService(
                segmentation.service(), config.state().resolve("rules"), config.keepRuleVersions(), Clock.systemUTC());
    }

    /** How many names one request may ask to classify. */
    public int maxNames() {
        return config.maxNames();
    }

    /** Counts names that were classified by {@code POST /api/classify} or within a preview. */
    public void classified(int names) {
        registry.counter("segmenter.classified.names").increment(names);
    }

    /** Counts changes of decisions; the kind is the command, such as {@code import-batch}. */
    public void changed(String kind, int rows) {
        registry.counter("segmenter.changed.rows", "kind", kind).increment(rows);
    }

    private void measure(Job.View job) {
        String outcome = outcome(job);
        Timer.builder("segmenter.runs")
                .tag("scope", job.kind())
                .tag(OUTCOME, outcome)
                .register(registry)
                .record(time(job));
        if (job.started() != null) {
            String reload = job.fault() instanceof RulesException ? REFUSED : DONE;
            registry.counter("segmenter.rule.reloads", OUTCOME, reload).increment();
        }
        log(job, outcome.equals(FAILED));
    }

    private static Duration time(Job.View job) {
        return job.started() == null || job.ended() == null
                ? Duration.ZERO
                : Duration.between(job.started(), job.ended());
    }

    /** One line for a job that is over, with the ids of job and run as fields; a fault of the service is logged as a whole. */
    private static void log(Job.View job, boolean fault) {
        MDC.put(JOB_ID, job.id());
        MDC.put(RUN_ID, job.runId() == null ? "" : job.runId());
        String line = String.format(
                "%s of %s: %s in %d ms%s",
                job.kind(), job.by(), job.state().label(), time(job).toMillis(), told(job));
        try {
            if (fault) {
                LOG.error(line, job.fault());
            } else {
                LOG.info(line);
            }
        } finally {
            MDC.remove(JOB_ID);
            MDC.remove(RUN_ID);
        }
    }

    private static String told(Job.View job) {
        if (job.fault() != null) {
            return ": " + job.fault().getMessage();
        }
        if (job.result() instanceof RunReport report) {
            return ", " + report.tally().masters() + " masters, "
                    + report.tally().worklist() + " on the worklist, "
                    + report.rejectedRows() + " rows rejected";
        }
        return job.result() instanceof GroupChanges changes ? ", " + changes.changed() + " masters changed" : "";
    }

    private static String outcome(Job.View job) {
        RuntimeException fault = job.fault();
        boolean refused = fault instanceof TableException
                || fault instanceof OutputException
                || fault instanceof RulesException
                || fault instanceof RulesRefusal;
        return switch (job.state()) {
            case DONE -> DONE;
            case CANCELLED -> "cancelled";
            default -> refused ? REFUSED : FAILED;
        };
    }

    /** Comes before the service waits for requests to end: one that follows a job would hold it up as long as jobs begin. */
    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        service.jobs().stop();
    }

    @PreDestroy
    void stop() {
        service.close();
    }
}
