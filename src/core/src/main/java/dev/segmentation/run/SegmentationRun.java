package dev.segmentation.run;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.history.Manifest;
import dev.segmentation.history.RunHistory;
import dev.segmentation.history.RunMoment;
import dev.segmentation.history.Snapshots;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.output.Background;
import dev.segmentation.output.Changes;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One run: read, parse, dedupe, classify, join, write. Either all outputs of the run appear or none; the same input and
 * rules give the same tables whatever the order of rows and the number of threads.
 */
public final class SegmentationRun {
    private final RunSettings settings;
    private final Supplier<RuleCatalog> rules;

    /** Of the folder as it was when the rules were loaded: somebody may publish others while the run goes on. */
    private String rulesHash = "";

    private final Clock clock;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> timings = new LinkedHashMap<>();
    private final RunInputs inputs;
    private final RunMemory memory;
    private MasterBase base;

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
     * Does it.
     *
     * @param scope how far to go
     * @return what was done
     * @throws dev.segmentation.table.TableException if an input cannot be read
     * @throws dev.segmentation.rules.table.RulesException if the rules cannot be used
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
        try (StagedFiles staged = StagedFiles.begin(settings.output())) {
            RunMoment moment = RunMoment.next(settings.output(), clock.instant());
            return staged(scope, moment, staged);
        }
    }

    private RunReport staged(RunScope scope, RunMoment moment, StagedFiles staged) throws IOException {
        Instant time = moment.time();
        try (RegistryKeeper keeper =
                        scope == RunScope.CLASSIFY ? null : new RegistryKeeper(settings, time, notes::add);
                Background background = new Background()) {
            CompletableFuture<Rules> loading = CompletableFuture.supplyAsync(() -> rules(scope));
            long rows = 0;
            List<Customer> customers = List.of();
            if (scope != RunScope.CLASSIFY) {
                CustomerReader.Customers read = timed("read", inputs::customers);
                customers = read.customers();
                rows = read.rows();
            }
            Rules loaded = timed("rules", () -> Background.join(loading));
            Governance governance = inputs.governance();
            if (keeper != null) {
                new FilledInReviews(settings.output(), settings.input()).check(governance.judgements());
            }
            OutputTables tables = new OutputTables(staged, settings);
            MasterChanges masters = MasterChanges.NONE;
            MasterMap map;
            if (keeper == null) {
                map = timed("read", () -> memory.map(settings.output(), inputs::map));
            } else {
                DedupeStep step = new DedupeStep(settings, progress, loaded.tables(), loaded.parser());
                List<Customer> list = customers;
                DedupeResult result = timed("dedupe", () -> step.run(list, governance, keeper.registry(), time));
                notes.addAll(result.notes());
                background.start(() -> tables.log(result.entries()));
                tables.review(OutputTables.POSSIBLE_MERGES, "Master B", result.possibleMerges());
                tables.review(OutputTables.POSSIBLE_SPLITS, "Member", result.possibleSplits());
                keeper.stage(result.registry(), moment, staged);
                masters = MasterChanges.of(result.registry());
                map = MasterMap.of(result);
            }
            ClassifiedBase classified = ClassifiedBase.NONE;
            if (scope != RunScope.DEDUPE) {
                classified = classify(loaded.catalog(), governance, map);
            }
            if (scope == RunScope.CLASSIFY) {
                rows = map.customers().size();
            }
            Outcome outcome = new Outcome(scope, moment, rows, loaded.catalog(), map, masters, classified);
            return write(outcome, staged, tables, background);
        }
    }

    /** What a run knows of names, and of classes unless it only dedupes: then the catalog is {@code null}. */
    private record Rules(NameTables tables, NameParser parser, RuleCatalog catalog) {}

    private Rules rules(RunScope scope) {
        if (scope == RunScope.DEDUPE) {
            NameTables tables = RuleCatalog.names(settings.rules());
            rulesHash = Manifest.rules(settings.rules());
            return new Rules(tables, new NameParser(tables), null);
        }
        RuleCatalog catalog = rules.get();
        rulesHash = Manifest.rules(settings.rules());
        return new Rules(catalog.names(), catalog.parser(), catalog);
    }

    private ClassifiedBase classify(RuleCatalog catalog, Governance governance, MasterMap map) {
        return timed("classify", () -> {
            progress.start("Looking up names", -1).close();
            base = memory.masters(map, governance, catalog.parser(), notes::add);
            return base.classify(catalog, settings.threads(), progress);
        });
    }

    /** All that is to be written and told; the catalog is {@code null} where nothing was classified. */
    private record Outcome(
            RunScope scope,
            RunMoment moment,
            long rows,
            RuleCatalog catalog,
            MasterMap map,
            MasterChanges masters,
            ClassifiedBase classified) {
        Tally tally() {
            List<IndustrialGroup> groups = catalog == null
                    ? List.of()
                    : catalog.groups().inOrder().stream()
                            .map(GroupTable.Entry::group)
                            .toList();
            return Tally.of(groups, map, classified.masters());
        }
    }

    private RunReport write(Outcome done, StagedFiles staged, OutputTables tables, Background background)
            throws IOException {
        long start = System.nanoTime();
        progress.start("Writing", -1).close();
        Map<String, String> standing = standing(done.map());
        if (standing.isEmpty()) {
            background.start(() -> done.map().write(staged.file(MasterMap.FILE), settings.profile()));
        }
        if (done.scope() != RunScope.DEDUPE) {
            List<ClassifiedMaster> masters = done.classified().masters();
            List<ClassifiedMaster> former = memory.tables(settings.output(), done.map(), settings.profile());
            background.start(() -> tables.customers(done.map(), masters, former));
            background.start(() -> tables.masters(masters, former));
        }
        Changes changes =
                memory.changes(settings.output(), done.map(), done.classified().masters());
        rejected.sort(RowError.ORDER);
        tables.rejected(rejected);
        if (done.scope() != RunScope.DEDUPE) {
            Worklist.write(
                    staged.file(Worklist.FILE),
                    settings.profile(),
                    done.classified().worklist());
        }
        background.await();
        timings.put("write", seconds(start));
        RunReport report = new RunReport(
                done.moment().id(),
                done.moment().time(),
                done.rows(),
                done.tally(),
                changes,
                done.masters(),
                rejected,
                rejected.size(),
                notes,
                List.of(),
                timings,
                done.catalog() == null ? "" : done.catalog().summary());
        if (done.scope() != RunScope.DEDUPE) {
            Path former = settings.output().resolve(RunHistory.FILE);
            RunHistory.write(former, staged, settings.profile(), report, notes::add);
        }
        Manifest.write(
                staged.file(Manifest.FILE), done.scope(), report, inputs.files(), rulesHash, staged.files(), standing);
        Snapshots snapshots = new Snapshots(settings.output());
        snapshots.stage(staged, standing.keySet(), settings, done.scope(), report, notes::add);
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
            memory.keep(settings, base, report.runId(), done.classified());
        }
        snapshots.prune(settings.keepRuns(), report.runId(), notes::add);
        return report.over(written, notes);
    }

    /** The map with its hash where the file that stands there is the one that would be written; else nothing. */
    private Map<String, String> standing(MasterMap map) {
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
