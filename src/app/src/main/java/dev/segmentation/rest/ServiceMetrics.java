package dev.segmentation.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** What the service counts beside requests; the names are listed in the operator guide. */
@Singleton
public final class ServiceMetrics {
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    ServiceMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How something ended. */
    public enum Outcome {
        /** Done. */
        DONE,
        /** Input, rules or files did not allow it. */
        REFUSED,
        /** Stopped by somebody. */
        CANCELLED,
        /** A fault of the service. */
        FAILED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names were classified by {@code POST /api/classify} or within a preview. */
    public void classified(int names) {
        registry.counter("segmenter.classified.names").increment(names);
    }

    /** A run ended; the scope is a word such as {@code classify}. */
    public void run(String scope, Outcome outcome, Duration time) {
        Timer.builder("segmenter.runs")
                .tag("scope", scope)
                .tag(OUTCOME, outcome.label())
                .register(registry)
                .record(time);
    }

    /** Rules were read anew. */
    public void reload(Outcome outcome) {
        registry.counter("segmenter.rule.reloads", OUTCOME, outcome.label()).increment();
    }

    /** Decisions of people changed; the kind is the command, such as {@code import-batch}. */
    public void changed(String kind, int rows) {
        registry.counter("segmenter.changed.rows", "kind", kind).increment(rows);
    }
}
