package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.linkage.DedupeModel;
import dev.segmentation.dedupe.linkage.ModelTrainer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits the weights of the dedupe to labelled lists and writes them as a table that people can read. */
public final class DedupeTraining {
    private final Path rules;
    private final Charset charset;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();

    /**
     * A labelled list.
     *
     * @param customers the customer list
     * @param truth its labels: Customer Key, EntityId
     */
    public record LabelledList(Path customers, Path truth) {}

    /** Training with the name tables and word counts of that rules folder. */
    public DedupeTraining(Path rules, Charset charset, Progress progress) {
        this.rules = rules;
        this.charset = charset;
        this.progress = progress;
    }

    /**
     * Learns from the lists and writes the weights.
     *
     * @param model where to write the weights; the former file is replaced at once
     * @return what each list taught
     * @throws TableException if a list cannot be used
     */
    public List<ModelTrainer.Lesson> execute(List<LabelledList> lists, Path model) throws IOException {
        NameTables tables = RuleCatalog.names(rules);
        ModelTrainer trainer =
                new ModelTrainer(new NameParser(tables), tables, DedupeModel.read(rules.resolve("dedupe")));
        List<ModelTrainer.Lesson> lessons = new ArrayList<>();
        for (LabelledList list : lists) {
            lessons.add(learn(trainer, list));
        }
        Path absolute = model.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path draft = Files.createTempFile(absolute.getParent(), ".model", ".csv");
        try {
            trainer.write(draft);
            Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return lessons;
    }

    private ModelTrainer.Lesson learn(ModelTrainer trainer, LabelledList list) {
        List<Customer> customers =
                DedupeEvaluation.customers(list.customers(), charset, progress, rejected::add, note -> {});
        Set<String> keys = customers.stream().map(Customer::key).collect(Collectors.toSet());
        Map<String, String> truth = new TruthTable(keys, rejected::add).read(list.truth(), charset, note -> {});
        try {
            return trainer.learn(customers, truth);
        } catch (IllegalArgumentException e) {
            throw new TableException(list.truth() + ": " + e.getMessage() + ". Label more customers.");
        }
    }

    /** Rows of the lists and tables that could not be used. */
    public List<RowError> rejected() {
        return List.copyOf(rejected);
    }
}
