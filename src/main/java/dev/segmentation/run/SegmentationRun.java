package dev.segmentation.run;

import dev.segmentation.csv.FolderLock;
import dev.segmentation.csv.OutputException;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.StagedFiles;
import dev.segmentation.customer.Customer;
import dev.segmentation.dedupe.DedupeModel;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.Deduplicator;
import dev.segmentation.dedupe.MasterRegistry;
import dev.segmentation.governance.Governance;
import dev.segmentation.name.ParsedName;
import dev.segmentation.rules.RuleCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * One run: read, parse, dedupe, classify, join, write. Either all outputs of the run appear or none; the same input and
 * rules give the same tables whatever the order of rows and the number of threads.
 */
public final class SegmentationRun {
    private final RunSettings settings;
    private final Supplier<RuleCatalog> rules;
    private final Clock clock;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> timings = new LinkedHashMap<>();
    private final RunInputs inputs;

    /** A run that loads the rules from their folder; use it once. */
    public SegmentationRun(RunSettings settings, Clock clock, Progress progress) {
        this(settings, () -> RuleCatalog.load(settings.rules(), settings.cache()), clock, progress);
    }

    /** A run by rules that are loaded already, or about to be; use it once. */
    public SegmentationRun(RunSettings settings, Supplier<RuleCatalog> rules, Clock clock, Progress progress) {
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.progress = progress;
        this.inputs = new RunInputs(settings, progress, rejected::add, notes::add);
    }

    /**
     * Does it.
     *
     * @param scope how far to go
     * @return what was done
     * @throws dev.segmentation.csv.TableException if an input cannot be read
     * @throws dev.segmentation.rules.RulesException if the rules cannot be used
     * @throws OutputException if the outputs cannot be written; the former ones are whole
     */
    public RunReport execute(RunScope scope) {
        try (FolderLock lock = FolderLock.take(settings.output(), clock.instant())) {
            return locked(scope);
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e.getMessage()
                            + "). The former files are unchanged. Maybe" + " the disk is full.",
                    e);
        }
    }

    private RunReport locked(RunScope scope) throws IOException {
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (StagedFiles staged = StagedFiles.begin(settings.output());
                RegistryKeeper keeper =
                        scope == RunScope.CLASSIFY ? null : new RegistryKeeper(settings, time, notes::add)) {
            CompletableFuture<RuleCatalog> loading = CompletableFuture.supplyAsync(rules);
            long rows = 0;
            List<Customer> customers = List.of();
            if (scope != RunScope.CLASSIFY) {
                CustomerReader.Customers read = timed("read", inputs::customers);
                customers = read.customers();
                rows = read.rows();
            }
            RuleCatalog catalog = timed("rules", () -> join(loading));
            Governance governance = inputs.governance();
            OutputTables tables = new OutputTables(staged, settings.profile());
            MasterChanges masters = MasterChanges.NONE;
            MasterMap map;
            if (keeper == null) {
                map = timed("read", () -> inputs.map(catalog));
            } else {
                DedupeResult result = dedupe(catalog, customers, governance, keeper.registry(), time);
                tables.log(result.entries());
                tables.review(OutputTables.POSSIBLE_MERGES, "Master B", result.possibleMerges());
                tables.review(OutputTables.POSSIBLE_SPLITS, "Member", result.possibleSplits());
                keeper.stage(result.registry(), time, staged);
                masters = MasterChanges.of(result.registry());
                map = MasterMap.of(result);
            }
            List<ClassifiedMaster> classified = List.of();
            if (scope != RunScope.DEDUPE) {
                classified = classify(catalog, governance, map);
            }
            if (scope == RunScope.CLASSIFY) {
                rows = map.customers().size();
            }
            return write(scope, time, rows, catalog, map, masters, classified, staged, tables);
        }
    }

    private DedupeResult dedupe(
            RuleCatalog catalog,
            List<Customer> customers,
            Governance governance,
            MasterRegistry registry,
            Instant time) {
        DedupeModel model = settings.dedupeModel();
        DedupeResult result = timed(
                "dedupe",
                () -> inPool(() -> {
                    try (Progress.Step step = progress.start("Deduplicating", customers.size())) {
                        List<ParsedName> names = customers.parallelStream()
                                .map(customer -> catalog.parser().parse(customer.name()))
                                .toList();
                        DedupeResult deduped = new Deduplicator(
                                        catalog.parser(),
                                        catalog.names(),
                                        model,
                                        settings.dedupe().on(model.settings()))
                                .dedupe(
                                        customers,
                                        names,
                                        governance.keyOverrides(),
                                        governance.judgements(),
                                        registry,
                                        time);
                        step.advance(customers.size());
                        return deduped;
                    }
                }));
        notes.addAll(result.notes());
        return result;
    }

    private List<ClassifiedMaster> classify(RuleCatalog catalog, Governance governance, MasterMap map) {
        return timed("classify", () -> {
            MasterIndex index = new MasterIndex(map, catalog.parser());
            HumanDecisions human = new HumanDecisions(governance, index, notes::add);
            try (Progress.Step step =
                    progress.start("Classifying", map.masters().size())) {
                return new ClassificationStep(catalog, human, map).run(settings.threads(), step);
            }
        });
    }

    private RunReport write(
            RunScope scope,
            Instant time,
            long rows,
            RuleCatalog catalog,
            MasterMap map,
            MasterChanges masters,
            List<ClassifiedMaster> classified,
            StagedFiles staged,
            OutputTables tables)
            throws IOException {
        long start = System.nanoTime();
        Changes changes = Changes.since(settings.output().resolve(OutputTables.CUSTOMERS), map, classified);
        rejected.sort(RowError.ORDER);
        map.write(staged.file(MasterMap.FILE), settings.profile());
        tables.rejected(rejected);
        if (scope != RunScope.DEDUPE) {
            tables.masters(classified);
            tables.customers(map, classified);
            Worklist.write(staged.file(Worklist.FILE), settings.profile(), Worklist.of(classified));
        }
        timings.put("write", seconds(start));
        RunReport report = new RunReport(
                time,
                rows,
                Tally.of(catalog.groups(), map, classified),
                changes,
                masters,
                rejected,
                notes,
                List.of(),
                timings,
                catalog.summary());
        if (scope != RunScope.DEDUPE) {
            Path former = settings.output().resolve(RunHistory.FILE);
            RunHistory.write(former, staged.file(RunHistory.FILE), settings.profile(), report);
        }
        Manifest.write(staged.file(Manifest.FILE), report, inputs.files(), settings.rules(), staged.files());
        List<Path> written = staged.files().stream()
                .map(file -> settings.output().resolve(file.getFileName()))
                .toList();
        staged.commit();
        return report.withFiles(written);
    }

    /** Parallel streams within run on as many threads as were asked for. */
    private <T> T inPool(Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            return join(CompletableFuture.supplyAsync(work, pool));
        } finally {
            pool.shutdown();
        }
    }

    private <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            timings.put(step, seconds(start));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
