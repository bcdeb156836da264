package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.DedupeTrial;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.output.Background;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.CustomerReader;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/**
 * Measures the dedupe on a customer list: against labels if there are any, and at other thresholds in any case. It
 * measures how well names are understood, so decisions of people are left out unless they are asked for.
 */
public final class DedupeEvaluation {
    private static final String TABLE = "DedupeEvaluation.csv";
    private static final String PAGE = "DedupeEvaluation.html";
    private static final int EXAMPLES_PER_STEP = 5;

    private final RunSettings settings;
    private final Path truth;
    private final boolean decisions;
    private final int errors;
    private final Progress progress;
    private final long start = System.nanoTime();
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * An evaluation; use it once.
     *
     * @param settings the list, the rules, the output folder and the dedupe's settings
     * @param truth the labelled list, {@code null} if there is none
     * @param decisions whether to apply the decisions of people in the input folder
     * @param errors how many errors of each kind to report
     */
    public DedupeEvaluation(RunSettings settings, Path truth, boolean decisions, int errors, Progress progress) {
        this.settings = settings;
        this.truth = truth;
        this.decisions = decisions;
        this.errors = errors;
        this.progress = progress;
    }

    /**
     * Measures, and writes a table and a page.
     *
     * @throws TableException if an input cannot be read
     * @throws dev.segmentation.rules.table.RulesException if the name tables cannot be used
     * @throws OutputException if the result cannot be written
     */
    public EvaluationReport execute() {
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try (FolderLock lock = FolderLock.take(settings.output(), Instant.now())) {
            List<Customer> customers =
                    customers(settings.customers(), settings.charset(), progress, rejected::add, notes::add);
            Labels labels = truth == null ? null : labels(customers);
            NameTables tables = RuleCatalog.names(settings.rules());
            Governance people = decisions ? settings.governance(rejected::add, notes::add) : Governance.NONE;
            // parallel streams within run on as many threads as were asked for
            EvaluationReport report = Background.join(CompletableFuture.supplyAsync(
                    () -> measure(new NameParser(tables), tables, customers, people, labels), pool));
            write(report);
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e.getMessage() + "). Maybe the disk is full.", e);
        } finally {
            pool.shutdown();
        }
    }

    /** A customer list that a command names with {@code --customers}. */
    static List<Customer> customers(
            Path file, Charset charset, Progress progress, Consumer<RowError> errors, Consumer<String> notes) {
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Name the customer list with --customers FILE.");
        }
        try (Progress.Step step = progress.start("Reading", -1)) {
            return new CustomerReader(errors, notes).read(file, charset, step).customers();
        }
    }

    private Labels labels(List<Customer> customers) {
        return Labels.of(customers, Labels.read(truth, settings.charset(), customers, rejected::add, notes::add));
    }

    private EvaluationReport measure(
            NameParser parser, NameTables tables, List<Customer> customers, Governance people, Labels labels) {
        List<ParsedName> names = customers.parallelStream()
                .map(customer -> parser.parse(customer.name()))
                .toList();
        LinkRules rules = settings.linkRules(tables, parser, progress);
        DedupeTrial dedupe = new DedupeTrial(
                rules, new NamedCustomers(customers, names, people.keyOverrides(), people.judgements()));
        notes.addAll(dedupe.configured().notes());
        double configured = dedupe.configuredThreshold();
        ThresholdTrial trial;
        try (Progress.Step step = progress.start(
                "Trying thresholds", ThresholdTrial.thresholds(configured).size())) {
            trial = ThresholdTrial.of(
                    dedupe::mastersAt,
                    configured,
                    labels,
                    i -> customers.get(i).name(),
                    Math.min(EXAMPLES_PER_STEP, errors),
                    step);
        }
        List<RecallBySimilarity.Band> bands = List.of();
        List<PairError> falseMerges = List.of();
        List<PairError> missedMerges = List.of();
        if (labels != null) {
            int[] masters = labels.only(trial.inUse());
            List<ParsedName> labelled =
                    Arrays.stream(labels.items()).mapToObj(names::get).toList();
            bands = RecallBySimilarity.of(labelled, masters, labels.entities());
            WorstErrors worst = new WorstErrors(dedupe, labels, masters);
            falseMerges = worst.falseMerges(errors);
            missedMerges = worst.missedMerges(errors);
        }
        rejected.sort(RowError.ORDER);
        return new EvaluationReport(
                settings.customers().getFileName().toString(),
                truth == null ? null : truth.getFileName().toString(),
                customers.size(),
                decisions,
                trial.rows(),
                bands,
                falseMerges,
                missedMerges,
                trial.steps(),
                List.copyOf(rejected),
                List.copyOf(notes),
                List.of(settings.output().resolve(TABLE), settings.output().resolve(PAGE)),
                (System.nanoTime() - start) / 1e9);
    }

    private void write(EvaluationReport report) throws IOException {
        try (StagedFiles staged = StagedFiles.begin(settings.output())) {
            try (TableWriter table = new TableWriter(staged.file(TABLE), settings.profile(), ThresholdRow.COLUMNS)) {
                report.thresholds().forEach(row -> table.row(row.cells()));
            }
            Files.writeString(staged.file(PAGE), EvaluationPage.of(report));
            staged.commit();
        }
    }
}
