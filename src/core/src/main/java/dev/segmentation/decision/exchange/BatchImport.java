package dev.segmentation.decision.exchange;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchColumns;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.batch.BatchHeadings;
import dev.segmentation.decision.batch.BatchReader;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Takes batches of decisions into {@code MasterSegmentationOverrides.csv}, each as one change that can be taken back. */
public final class BatchImport {
    private static final int SHOWN = 5;

    private final RunSettings settings;
    private final Consumer<String> notes;
    private final MasterResolver masters;
    private final GovernanceStore store;

    /**
     * An import into the input folder of these settings.
     *
     * @param notes receives what a person should know beside the result
     */
    public BatchImport(RunSettings settings, GovernanceStore store, Consumer<String> notes) {
        this.settings = settings;
        this.notes = notes;
        this.masters = new MasterResolver(settings, notes);
        this.store = store;
    }

    /**
     * Imports files, one after the other.
     *
     * @param author who decided where a row does not say
     * @return what came of each file
     * @throws TableException if a file, or a table of aliases, cannot be read; then nothing was changed
     */
    public List<ImportedBatch> run(List<Path> files, Origin author, boolean dryRun) {
        List<Batch> batches = new ArrayList<>();
        BatchReader reader = reader();
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            Batch batch = reader.read(file, file.getFileName().toString(), masters::known);
            if (!names.add(batch.name().toLowerCase(Locale.ROOT))) {
                throw new TableException("Two of the files make a batch called " + batch.name()
                        + ". A batch is known by its name, so give one of them another.");
            }
            batches.add(batch);
        }
        BatchPlan plan = plan(batches, author);
        return dryRun
                ? preview(batches, plan)
                : batches.stream()
                        .map(batch -> put(batch, plan, author, agreed -> {}))
                        .toList();
    }

    /**
     * What an import of one file would do.
     *
     * @param name what it is called, with its ending; the batch is named after it
     */
    public ImportedBatch preview(Path file, String name, Origin author) {
        List<Batch> batches = List.of(reader().read(file, name, masters::known));
        return preview(batches, plan(batches, author)).get(0);
    }

    /**
     * Imports one file.
     *
     * @param agreed looks at what is about to be done, and throws if that is not what was agreed to
     */
    public ImportedBatch run(Path file, String name, Origin author, Consumer<ImportedBatch> agreed) {
        Batch batch = reader().read(file, name, masters::known);
        return put(batch, plan(List.of(batch), author), author, agreed);
    }

    private BatchPlan plan(List<Batch> batches, Origin author) {
        Set<String> strangers = new LinkedHashSet<>();
        batches.forEach(batch -> batch.entries().stream()
                .filter(BatchEntry::decides)
                .filter(entry -> masters.find(entry.masterId(), entry.name()).isEmpty())
                .forEach(entry -> strangers.add(entry.name())));
        return new BatchPlan(masters, masters.parser(), masters.nearest(strangers), author.owner(), store.today());
    }

    private BatchReader reader() {
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
        return reader;
    }

    /** All files are applied to one copy of the table, so that a later one sees what an earlier one would write. */
    private List<ImportedBatch> preview(List<Batch> batches, BatchPlan plan) {
        List<ImportedBatch> told = new ArrayList<>();
        store.preview(tables -> {
            told.clear();
            batches.forEach(batch -> told.add(apply(batch, plan, tables)));
        });
        return List.copyOf(told);
    }

    private ImportedBatch put(Batch batch, BatchPlan plan, Origin author, Consumer<ImportedBatch> agreed) {
        List<ImportedBatch> told = new ArrayList<>(1);
        Receipt receipt = store.change(author.doing("import-batch", batch.file()), tables -> {
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
