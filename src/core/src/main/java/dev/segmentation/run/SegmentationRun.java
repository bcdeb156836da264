package dev.segmentation.run;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.Deduplicator;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.history.Manifest;
import dev.segmentation.history.RunHistory;
import dev.segmentation.history.Snapshots;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.output.Background;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.MasterChanges;
import dev.segmentation.output.OutputTables;
import dev.segmentation.output.RunReport;
import dev.segmentation.output.Tally;
import dev.segmentation.output.Worklist;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.CustomerReader;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
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
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * One run: read, parse, dedupe, classify, join, write. Either all outputs of the run appear or none; the same input and
 * rules give the same tables whatever the order of rows and the number of threads.
 */
public final class SegmentationRun {
    private final RunSettings settings;
    private final Supplier<RuleCatalog> rules;
    private final RunMemory memory;
    private final Clock clock;
    private final Progress progress;
    private final RunInputs inputs;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> timings = new LinkedHashMap<>();

    private RunScope scope;
    private Instant time;
    private String runId;
    private NameTables names;
    private NameParser parser;
    /** {@code null} where nothing is classified. */
    private RuleCatalog catalog;
    /** Of the folder as it was when the rules were loaded: somebody may publish others while the run goes on. */
    private String rulesHash;

    private MasterMap map;
    private MasterChanges masterChanges = MasterChanges.NONE;
    private MasterBase base;
    private ClassifiedBase classified = ClassifiedBase.NONE;

    /** A run that loads the rules from their folder; use it once. */
    public SegmentationRun(RunSettings settings, Clock clock, Progress progress) {
        this(settings, () -> RuleCatalog.load(settings.rules(), settings.cache()), clock, progress);
    }

    /** A run by rules that are loaded already, or about to be; use it once. */
    public SegmentationRun(RunSettings settings, Supplier<RuleCatalog> rules, Clock clock, Progress progress) {
        this(settings, rules, RunMemory.none(), clock, progress);
    }

    /** A run in a process that remembers the last one; use it once. */
    public SegmentationRun(
            RunSettings settings, Supplier<RuleCatalog> rules, RunMemory memory, Clock clock, Progress progress) {
        this.memory = memory;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.progress = progress;
        this.inputs = new RunInputs(settings, progress, rejected::add, notes::add);
    }

    /**
     * Runs as far as the scope says.
     *
     * @return what was done
     * @throws dev.segmentation.table.TableException if an input cannot be read
     * @throws dev.segmentation.rules.table.RulesException if the rules cannot be used
     * @throws OutputException if the outputs cannot be written; the former ones are whole
     */
    public RunReport execute(RunScope howFar) {
        scope = howFar;
        try (FolderLock lock = FolderLock.take(settings.output(), clock.instant());
                StagedFiles staged = StagedFiles.begin(settings.output())) {
            time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            runId = new Snapshots(settings.output()).freeId(time);
            return run(staged);
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e.getMessage()
                            + "). The former files are unchanged. Maybe" + " the disk is full.",
                    e);
        }
    }

    private RunReport run(StagedFiles staged) throws IOException {
        boolean deduping = scope != RunScope.CLASSIFY;
        try (RegistryKeeper keeper = deduping ? new RegistryKeeper(settings, time, notes::add) : null;
                Background background = new Background()) {
            CompletableFuture<Void> loading = CompletableFuture.runAsync(this::loadRules);
            CustomerReader.Customers read = deduping ? timed("read", inputs::customers) : null;
            timed("rules", () -> Background.join(loading));
            Governance governance = inputs.governance();
            OutputTables tables = new OutputTables(staged, settings);
            if (deduping) {
                new FilledInReviews(settings.output(), settings.input()).check(governance.judgements());
                DedupeResult result = timed("dedupe", () -> dedupe(read.customers(), governance, keeper));
                notes.addAll(result.notes());
                background.start(() -> tables.log(result.entries()));
                tables.review(OutputTables.POSSIBLE_MERGES, "Master B", result.possibleMerges());
                tables.review(OutputTables.POSSIBLE_SPLITS, "Member", result.possibleSplits());
                keeper.stage(result.registry(), runId, time, staged);
                masterChanges = MasterChanges.of(result.registry());
                map = MasterMap.of(result);
            } else {
                map = timed("read", () -> memory.map(settings.output(), inputs::map));
            }
            if (catalog != null) {
                classified = timed("classify", () -> classify(governance));
            }
            return write(deduping ? read.rows() : map.customers().size(), staged, tables, background);
        }
    }

    private void loadRules() {
        if (scope == RunScope.DEDUPE) {
            names = RuleCatalog.names(settings.rules());
            parser = new NameParser(names);
        } else {
            catalog = rules.get();
            names = catalog.names();
            parser = catalog.parser();
        }
        rulesHash = Manifest.rules(settings.rules());
    }

    /** Parses the names of all customers and finds the masters behind them, on as many threads as were asked for. */
    private DedupeResult dedupe(List<Customer> customers, Governance governance, RegistryKeeper keeper) {
        LinkRules linkRules = settings.linkRules(names, parser, progress);
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            return Background.join(CompletableFuture.supplyAsync(
                    () -> new Deduplicator(
                                    linkRules,
                                    new NamedCustomers(
                                            customers,
                                            parsed(customers),
                                            governance.keyOverrides(),
                                            governance.judgements()))
                            .dedupe(keeper.registry(), time),
                    pool));
        } finally {
            pool.shutdown();
        }
    }

    private List<ParsedName> parsed(List<Customer> customers) {
        try (Progress.Step step = progress.start("Parsing names", customers.size())) {
            return customers.parallelStream()
                    .map(customer -> {
                        ParsedName name = parser.parse(customer.name());
                        step.advance(1);
                        return name;
                    })
                    .toList();
        }
    }

    private ClassifiedBase classify(Governance governance) {
        progress.start("Looking up names", -1).close();
        base = memory.masters(map, governance, parser, notes::add);
        return base.classify(catalog, settings.threads(), progress);
    }

    private RunReport write(long rows, StagedFiles staged, OutputTables tables, Background background)
            throws IOException {
        long start = System.nanoTime();
        progress.start("Writing", -1).close();
        Map<String, String> unchanged = unchangedMap();
        if (unchanged.isEmpty()) {
            background.start(() -> map.write(staged.file(MasterMap.FILE), settings.profile()));
        }
        if (catalog != null) {
            List<ClassifiedMaster> masters = classified.masters();
            List<ClassifiedMaster> former = memory.tables(settings.output(), map, settings.profile());
            background.start(() -> tables.customers(map, masters, former));
            background.start(() -> tables.masters(masters, former));
        }
        RunReport report = report(rows);
        tables.rejected(rejected);
        if (catalog != null) {
            Worklist.write(staged.file(Worklist.FILE), settings.profile(), classified.worklist());
        }
        background.await();
        timings.put("write", seconds(start));
        if (catalog != null) {
            Path history = settings.output().resolve(RunHistory.FILE);
            RunHistory.write(history, staged, settings.profile(), report, notes::add);
        }
        Manifest.write(staged.file(Manifest.FILE), scope, report, inputs.files(), rulesHash, staged.files(), unchanged);
        Snapshots snapshots = new Snapshots(settings.output());
        snapshots.stage(staged, unchanged.keySet(), settings, scope, report, notes::add);
        List<Path> written = staged.files().stream()
                .map(file -> settings.output().resolve(file.getFileName()))
                .toList();
        progress.start("Putting files in place", -1).close();
        String trouble = staged.commit();
        if (!trouble.isEmpty()) {
            notes.add(trouble);
        }
        if (base == null || !trouble.isEmpty()) {
            memory.forget();
        } else {
            memory.keep(settings, base, runId, classified);
        }
        snapshots.prune(settings.keepRuns(), runId, notes::add);
        return report.over(written, notes);
    }

    private RunReport report(long rows) {
        List<IndustrialGroup> groups = catalog == null
                ? List.of()
                : catalog.groups().inOrder().stream()
                        .map(GroupTable.Entry::group)
                        .toList();
        rejected.sort(RowError.ORDER);
        return new RunReport(
                runId,
                time,
                rows,
                Tally.of(groups, map, classified.masters()),
                memory.changes(settings.output(), map, classified.masters()),
                masterChanges,
                rejected,
                rejected.size(),
                notes,
                List.of(),
                timings,
                catalog == null ? "" : catalog.summary());
    }

    /** Name and hash of the map where the file that stands there is the one that would be written; else nothing. */
    private Map<String, String> unchangedMap() {
        if (!memory.wrote(settings.output(), map, settings.profile())) {
            return Map.of();
        }
        try {
            String hash = Manifest.read(settings.output().resolve(Manifest.FILE))
                    .outputs()
                    .get(MasterMap.FILE);
            return hash == null ? Map.of() : Map.of(MasterMap.FILE, hash);
        } catch (IOException e) {
            return Map.of();
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
}
