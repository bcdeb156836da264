package dev.segmentation.run;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.Deduplicator;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.output.Background;
import dev.segmentation.workspace.RunSettings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Parses the names of all customers and finds the masters behind them. */
final class DedupeStep {
    private final RunSettings settings;
    private final Progress progress;
    private final NameTables tables;
    private final NameParser parser;

    DedupeStep(RunSettings settings, Progress progress, NameTables tables, NameParser parser) {
        this.settings = settings;
        this.progress = progress;
        this.tables = tables;
        this.parser = parser;
    }

    DedupeResult run(List<Customer> customers, Governance governance, MasterRegistry registry, Instant time) {
        LinkRules rules = settings.linkRules(tables, parser, progress);
        return inPool(() -> {
            List<ParsedName> names;
            try (Progress.Step step = progress.start("Parsing names", customers.size())) {
                names = customers.parallelStream()
                        .map(customer -> {
                            ParsedName name = parser.parse(customer.name());
                            step.advance(1);
                            return name;
                        })
                        .toList();
            }
            NamedCustomers list =
                    new NamedCustomers(customers, names, governance.keyOverrides(), governance.judgements());
            return new Deduplicator(rules).dedupe(list, registry, time);
        });
    }

    /** Parallel streams within run on as many threads as were asked for. */
    private <T> T inPool(Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            return Background.join(CompletableFuture.supplyAsync(work, pool));
        } finally {
            pool.shutdown();
        }
    }
}
