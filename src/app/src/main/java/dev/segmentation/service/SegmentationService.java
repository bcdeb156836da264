package dev.segmentation.service;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.files.FileStamp;
import dev.segmentation.files.OutputException;
import dev.segmentation.history.Manifest;
import dev.segmentation.history.Snapshots;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.check.ActiveRules;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.run.MasterBase;
import dev.segmentation.run.RunMemory;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one segmentation of a process: its folders, the rules in use, the run that readers see, and the jobs that make the next
 * one. Readers never wait for a run; they see the former one until the next is whole and in place.
 */
public final class SegmentationService implements AutoCloseable {
    private final RunSettings settings;
    private final Clock clock;
    private final ActiveRules rules;
    private final RunMemory memory = new RunMemory();
    private final Jobs jobs;
    private final ClassifierPool classifiers;
    private final MasterDetails details = new MasterDetails(this);
    private final OutputFiles outputs;
    private final GovernanceStore store;
    private final DecisionService decisions;
    private final JudgementService judgements;
    private final BatchService batches;
    private final SuggestionService suggestions;
    private final Object loading = new Object();
    /** The run that readers see; {@code null} if there is none yet. */
    private volatile CurrentRun loaded;
    /** Whose files stood in the output folder when it was loaded: a dedupe has no classes. Set last. */
    private volatile String loadedFor = "";

    private final Path manifest;
    private volatile String placed;
    /** Of the manifest when {@link #placed} was read from it; set last. */
    private volatile Optional<FileStamp> manifestStamp = Optional.empty();

    /**
     * Loads the rules; the last run is read when somebody asks for it.
     *
     * @param settings the folders
     * @param remembered how many jobs that are over stay known
     * @param waiting how many jobs may wait
     * @param ended is told each job when it is over
     * @throws RulesException if the rules cannot be used
     */
    public SegmentationService(
            RunSettings settings, int remembered, int waiting, Clock clock, Consumer<Job.View> ended) {
        this.settings = settings;
        this.manifest = settings.output().resolve(Manifest.FILE);
        this.clock = clock;
        this.rules = ActiveRules.load(settings.rules(), settings.cache());
        this.classifiers = new ClassifierPool(rules::current, 2 * settings.threads());
        this.outputs = new OutputFiles(settings.output());
        this.jobs = new Jobs(clock, remembered, waiting, ended);
        this.store = new GovernanceStore(settings.input(), settings.charset(), clock.withZone(ZoneId.systemDefault()));
        this.decisions = new DecisionService(store, this::index, this::current);
        this.judgements = new JudgementService(store, this::index);
        this.batches = new BatchService(settings, clock, store);
        this.suggestions = new SuggestionService(settings, clock, store, jobs);
    }

    /** The folders, and how a run is made. */
    public RunSettings settings() {
        return settings;
    }

    /** The rules in use; take them once for each piece of work. */
    public RuleCatalog rules() {
        return rules.current();
    }

    /** Does some work with the rules in use and a classifier of theirs that nobody else uses meanwhile. */
    public <T> T classifying(BiFunction<RuleCatalog, Classifier, T> work) {
        return classifiers.with(work);
    }

    /** All that is known of the master of that id; nothing if that run has none. */
    public Optional<MasterDetail> detail(CurrentRun run, String id) {
        return details.of(run, id);
    }

    /** The files of the present run. */
    public OutputFiles outputs() {
        return outputs;
    }

    /** The jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** Decisions of people about masters. */
    public DecisionService decisions() {
        return decisions;
    }

    /** Judgements of people on pairs of names. */
    public JudgementService judgements() {
        return judgements;
    }

    private MasterDirectory index() {
        return memory.index(settings, () -> rules().parser());
    }

    /** The changes of decisions. */
    public GovernanceStore store() {
        return store;
    }

    /** Batches of decisions. */
    public BatchService batches() {
        return batches;
    }

    /** What is suggested. */
    public SuggestionService suggestions() {
        return suggestions;
    }

    /** The last run that classified, also one that another process made; nothing if there was none. */
    public Optional<CurrentRun> current() {
        String placed = placedRun();
        if (loadedFor.equals(placed) && loaded != null) {
            return Optional.of(loaded);
        }
        synchronized (loading) {
            if (loaded == null || !loadedFor.equals(placed)) {
                loaded = load(placed).orElse(loaded);
                loadedFor = placed;
            }
            return Optional.ofNullable(loaded);
        }
    }

    private Optional<CurrentRun> load(String placed) {
        return memory.classified(placed)
                .map(classified -> CurrentRun.of(placed, classified, loaded))
                .or(() -> RunReader.read(settings.output()));
    }

    /** Does what those who ask first would wait for. */
    public void warmUp() {
        WarmUp.of(this);
    }

    /** All masters with the decisions of people as they are now, to classify by any rules. */
    public MasterBase masters(Consumer<String> notes) {
        return memory.masters(settings, rules().parser(), notes);
    }

    /**
     * Reads the rules anew.
     *
     * @throws RulesException if they have errors; the former ones stay in use
     */
    public RuleCatalog reload() {
        return reload(Progress.NONE);
    }

    private RuleCatalog reload(Progress progress) {
        RuleCheck.Result reload = rules.reload(progress);
        if (!reload.passed()) {
            throw new RulesException(reload.errors());
        }
        return classifiers.refresh();
    }

    /** Does something to the rules folder while this process does not read it anew. */
    public <T> T changeRules(Supplier<T> change) {
        return rules.whileNobodyReads(change);
    }

    /** The id of the run whose files stand in the output folder, blank if there is none. */
    public String placedRun() {
        Optional<FileStamp> now = FileStamp.of(manifest);
        return now.isPresent() && now.equals(manifestStamp) ? placed : readPlaced();
    }

    private synchronized String readPlaced() {
        Optional<FileStamp> now = FileStamp.of(manifest);
        placed = new Snapshots(settings.output()).placed();
        manifestStamp = now;
        return placed;
    }

    /** Adds a job that reads the rules anew and runs; its result is the {@link RunReport}. */
    public Job run(RunScope scope, String by) {
        return jobs.submit(scope.command(), by, progress -> execute(scope, progress));
    }

    /**
     * Adds a job that reads rules and decisions anew and classifies all masters; its result is what changed.
     *
     * @param only ids of the masters to tell about, all if empty; all are classified in any case, so that a run never mixes
     *     two states of the rules
     */
    public Job reclassify(Set<String> only, String by) {
        return jobs.submit("reclassify", by, progress -> {
            CurrentRun before = former();
            RunReport report = execute(RunScope.CLASSIFY, progress);
            CurrentRun after = current()
                    .filter(run -> run.runId().equals(report.runId()))
                    .orElseThrow(() -> new OutputException("Another run replaced this one at once."));
            return GroupChanges.between(before, after, only);
        });
    }

    /** The run before; one that cannot be read is none, and says so when the map of it is needed. */
    private CurrentRun former() {
        try {
            return current().orElse(null);
        } catch (TableException e) {
            return null;
        }
    }

    private RunReport execute(RunScope scope, Progress progress) {
        RuleCatalog fresh = reload(progress);
        CurrentRun before = loaded;
        RunReport report = new SegmentationRun(settings, () -> fresh, memory, clock, progress).execute(scope);
        current().ifPresent(run -> run.finder(before));
        return report;
    }

    @Override
    public void close() {
        jobs.close();
        classifiers.close();
        batches.close();
    }
}
