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

/** Fits the weights of the dedupe to labelled lists and writes them as a table that people can read. */
public final class DedupeTraining {
    private final Path rules;
    private final Charset charset;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();

    /** Training with the name tables and word counts of that rules folder. */
    public DedupeTraining(Path rules, Charset charset, Progress progress) {
        this.rules = rules;
        this.charset = charset;
        this.progress = progress;
    }

    /**
     * Learns from labelled lists and writes the weights.
     *
     * @param lists customer lists
     * @param truths the labels of each: Customer Key, EntityId
     * @param model where to write the weights; the former file is replaced at once
     * @return what each list taught
     * @throws TableException if a list cannot be used
     */
    public List<ModelTrainer.Lesson> execute(List<Path> lists, List<Path> truths, Path model) throws IOException {
        NameTables tables = RuleCatalog.names(rules);
        ModelTrainer trainer =
                new ModelTrainer(new NameParser(tables), tables, DedupeModel.read(rules.resolve("dedupe")));
        List<ModelTrainer.Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            lessons.add(learn(trainer, lists.get(i), truths.get(i)));
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

    private ModelTrainer.Lesson learn(ModelTrainer trainer, Path list, Path truth) {
        List<Customer> customers = DedupeEvaluation.customers(list, charset, progress, rejected::add, note -> {});
        Map<String, String> labels = Labels.read(truth, charset, customers, rejected::add, note -> {});
        try {
            return trainer.learn(customers, labels);
        } catch (IllegalArgumentException e) {
            throw new TableException(truth + ": " + e.getMessage() + ". Label more customers.");
        }
    }

    /** Rows of the lists and tables that could not be used. */
    public List<RowError> rejected() {
        return List.copyOf(rejected);
    }
}
