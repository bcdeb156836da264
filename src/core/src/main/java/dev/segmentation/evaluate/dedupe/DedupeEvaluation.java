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
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.CustomerReader;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures the dedupe on a customer list: against labels if there are any, and at other thresholds in any case. It
 * measures how well names are understood, so decisions of people are left out unless they are asked for.
 */
public final class DedupeEvaluation {
    private static final int EXAMPLES_PER_STEP = 5;

    private final Request request;
    private final RunSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * What to measure.
     *
     * @param settings the list, the rules, the output folder and the dedupe's settings
     * @param truth the labelled list, {@code null} if there is none
     * @param decisions whether to apply the decisions of people in the input folder
     * @param errors how many errors of each kind to report
     */
    public record Request(RunSettings settings, Path truth, boolean decisions, int errors) {}

    /** An evaluation; use it once. */
    public DedupeEvaluation(Request request, Clock clock, Progress progress) {
        this.request = request;
        this.settings = request.settings();
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Measures, and writes a table and a page.
     *
     * @throws dev.segmentation.table.TableException if an input cannot be read
     * @throws dev.segmentation.rules.table.RulesException if the name tables cannot be used
     * @throws OutputException if the result cannot be written
     */
    public EvaluationReport execute() {
        long start = System.nanoTime();
        try (FolderLock lock = FolderLock.take(settings.output(), clock.instant())) {
            List<Customer> customers =
                    customers(settings.customers(), settings.charset(), progress, rejected::add, notes::add);
            Labels labels = request.truth() == null ? null : labels(customers);
            NameTables tables = RuleCatalog.names(settings.rules());
            Governance people = request.decisions() ? settings.governance(rejected::add, notes::add) : Governance.NONE;
            EvaluationReport report = inPool(() -> {
                LinkRules linking = settings.linkRules(tables, new NameParser(tables), progress);
                List<ParsedName> names = customers.parallelStream()
                        .map(customer -> linking.parser().parse(customer.name()))
                        .toList();
                NamedCustomers list = new NamedCustomers(customers, names, people.keyOverrides(), people.judgements());
                return measure(new DedupeTrial(linking, list), customers, labels);
            });
            return report.written(write(report), (System.nanoTime() - start) / 1e9);
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e.getMessage() + "). Maybe the disk is full.", e);
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
        Set<String> keys = customers.stream().map(Customer::key).collect(Collectors.toUnmodifiableSet());
        TruthTable truth = new TruthTable(keys, rejected::add);
        return Labels.of(customers, truth.read(request.truth(), settings.charset(), notes::add));
    }

    private EvaluationReport measure(DedupeTrial dedupe, List<Customer> customers, Labels labels) {
        notes.addAll(dedupe.configured().notes());
        double configured = dedupe.configuredThreshold();
        try (Progress.Step step = progress.start(
                "Trying thresholds", ThresholdTrial.thresholds(configured).size())) {
            ThresholdTrial trial = ThresholdTrial.of(
                    dedupe::mastersAt,
                    configured,
                    labels,
                    i -> customers.get(i).name(),
                    Math.min(EXAMPLES_PER_STEP, request.errors()),
                    step);
            return report(dedupe, customers.size(), labels, trial);
        }
    }

    private EvaluationReport report(DedupeTrial dedupe, int customers, Labels labels, ThresholdTrial trial) {
        List<RecallBySimilarity.Band> bands = List.of();
        List<PairError> falseMerges = List.of();
        List<PairError> missedMerges = List.of();
        if (labels != null) {
            int[] masters = labels.only(trial.inUse());
            List<ParsedName> names =
                    Arrays.stream(labels.items())
.mapToObj(item -> dedupe.configured().entries().get(item).name()).toList();
            bands = RecallBySimilarity.of(names, masters, labels.entities());
            WorstErrors errors = new WorstErrors(dedupe, labels, masters);
            falseMerges = errors.falseMerges(request.errors());
            missedMerges = errors.missedMerges(request.errors());
        }
        rejected.sort(RowError.ORDER);
        return new EvaluationReport(
                settings.customers().getFileName().toString(),
                labels == null ? null : request.truth().getFileName().toString(),
                customers,
                request.decisions(),
                trial.rows(),
                bands,
                falseMerges,
                missedMerges,
                trial.steps(),
                rejected,
                notes,
                List.of(),
                0);
    }

    private List<Path> write(EvaluationReport report) throws IOException {
        try (StagedFiles staged = StagedFiles.begin(settings.output())) {
            EvaluationTable.write(staged.file(EvaluationTable.FILE), settings.profile(), report);
            Files.writeString(staged.file(EvaluationPage.FILE), EvaluationPage.of(report));
            List<Path> files = staged.files().stream()
                    .map(file -> settings.output().resolve(file.getFileName()))
                    .toList();
            staged.commit();
            return files;
        }
    }

    /** Parallel streams within run on as many threads as were asked for. */
    private <T> T inPool(Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            return CompletableFuture.supplyAsync(work, pool).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            pool.shutdown();
        }
    }
}
