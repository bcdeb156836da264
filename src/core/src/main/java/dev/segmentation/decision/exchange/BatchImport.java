package dev.segmentation.decision.exchange;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchColumns;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.batch.BatchHeadings;
import dev.segmentation.decision.batch.BatchReader;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes batches of decisions into {@code MasterSegmentationOverrides.csv}, each as one change that can be taken back. */
public final class BatchImport {
    private static final int SHOWN = 5;

    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<String> notes;
    private final MasterResolver masters;
    private final GovernanceStore store;

    /**
     * An import into the input folder of these settings.
     *
     * @param notes receives what a person should know beside the result
     */
    public BatchImport(RunSettings settings, Clock clock, Consumer<String> notes) {
        this.settings = settings;
        this.clock = clock;
        this.notes = notes;
        this.masters = new MasterResolver(settings, notes);
        this.store = new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, clock);
    }

    /**
     * A file of decisions.
     *
     * @param path where it lies
     * @param name what it is called, with its ending; the batch is named after it
     */
    public record BatchFile(Path path, String name) {}

    /** Batches that were read, and what is needed to bring them into the table. */
    private record Prepared(List<Batch> batches, BatchPlan plan) {}

    /**
     * Imports files, one after the other.
     *
     * @param files markdown files or workbooks
     * @param author who decided where a row does not say
     * @param dryRun whether only to tell what would happen
     * @return what came of each file
     * @throws TableException if a file, or a table of aliases, cannot be read; then nothing was changed
     */
    public List<ImportedBatch> run(List<Path> files, Author author, boolean dryRun) {
        Prepared prepared = prepare(
                files.stream()
                        .map(file -> new BatchFile(file, file.getFileName().toString()))
                        .toList(),
                author);
        return dryRun
                ? preview(prepared)
                : prepared.batches().stream()
                        .map(batch -> put(batch, prepared.plan(), author, agreed -> {}))
                        .toList();
    }

    /** What an import of one file would do. */
    public ImportedBatch preview(BatchFile file, Author author) {
        return preview(prepare(List.of(file), author)).get(0);
    }

    /**
     * Reads one file, which takes its time, to import it when that is asked for.
     *
     * @param agreed looks at what is about to be done, and throws if that is not what was agreed to
     */
    public Supplier<ImportedBatch> ready(BatchFile file, Author author, Consumer<ImportedBatch> agreed) {
        Prepared prepared = prepare(List.of(file), author);
        return () -> put(prepared.batches().get(0), prepared.plan(), author, agreed);
    }

    private Prepared prepare(List<BatchFile> files, Author author) {
        List<Batch> batches = read(files);
        Set<String> strangers = new LinkedHashSet<>();
        batches.forEach(batch -> batch.entries().stream()
                .filter(BatchEntry::decides)
                .filter(entry -> masters.find(entry.masterId(), entry.name()).isEmpty())
                .forEach(entry -> strangers.add(entry.name())));
        BatchPlan plan = new BatchPlan(
                masters,
                masters.parser(),
                masters.nearest(strangers),
                author.name(),
                LocalDate.now(clock).toString());
        return new Prepared(batches, plan);
    }

    private List<Batch> read(List<BatchFile> files) {
        List<RowError> errors = new ArrayList<>();
        Path rules = settings.rules();
        BatchReader reader = new BatchReader(
                new BatchHeadings(rules, errors::add),
                new BatchColumns(rules, errors::add),
                new LegacySegments(rules.resolve("common").resolve("legacy-segments.csv"), errors::add),
                name -> masters.parser().parse(name).key());
        if (!errors.isEmpty()) {
            StringBuilder message = new StringBuilder("The tables that say what batches mean cannot be used:");
            errors.stream().limit(SHOWN).forEach(error -> message.append('\n').append(error));
            throw new TableException(message.toString());
        }
        Set<String> names = new HashSet<>();
        List<Batch> batches = new ArrayList<>();
        for (BatchFile file : files) {
            Batch batch = reader.read(file.path(), file.name(), masters::known);
            if (!names.add(batch.name().toLowerCase(Locale.ROOT))) {
                throw new TableException("Two of the files make a batch called " + batch.name()
                        + ". A batch is known by its name, so give one of them another.");
            }
            batches.add(batch);
        }
        return batches;
    }

    /** All files are applied to one copy of the table, so that a later one sees what an earlier one would write. */
    private List<ImportedBatch> preview(Prepared prepared) {
        List<ImportedBatch> told = new ArrayList<>();
        store.preview(tables -> {
            told.clear();
            prepared.batches().forEach(batch -> told.add(apply(batch, prepared.plan(), tables)));
        });
        return List.copyOf(told);
    }

    private ImportedBatch put(Batch batch, BatchPlan plan, Author author, Consumer<ImportedBatch> agreed) {
        List<ImportedBatch> told = new ArrayList<>(1);
        Receipt receipt = store.change(author.origin("import-batch", batch.file()), tables -> {
            told.clear();
            told.add(apply(batch, plan, tables));
            agreed.accept(told.get(0));
        });
        receipt.notes().forEach(notes);
        ImportedBatch one = told.get(0);
        return new ImportedBatch(one.batch(), one.entries(), one.gone(), receipt.transaction());
    }

    private static ImportedBatch apply(Batch batch, BatchPlan plan, GovernanceTables tables) {
        return plan.apply(batch, tables.table(GovernanceFiles.SEGMENTS));
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
