package dev.segmentation.evaluate.rules;

import dev.segmentation.customer.Progress;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Classifies names whose groups are known by the rules alone, no decisions of people, and counts what is right. */
public final class ClassifyEvaluation {
    private final RuleCatalog catalog;
    private final boolean entities;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * An evaluation of these rules.
     *
     * @param entities whether known organisations count; without them the terms and rules alone are measured
     */
    public ClassifyEvaluation(RuleCatalog catalog, boolean entities, Progress progress) {
        this.catalog = entities ? catalog : catalog.withoutKnownOrganisations();
        this.entities = entities;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @param truth a table with the columns Name and Expected Group
     * @throws TableException if it is missing or labels nothing
     */
    public ClassifyReport execute(Path truth, Charset charset) {
        List<LabelledNames.Label> labels = new LabelledNames(rejected::add, notes::add).read(truth, charset);
        List<ClassifyReport.Labelled> names = new ArrayList<>();
        try (Classifier classifier = catalog.newClassifier();
                Progress.Step step = progress.start("Classifying", labels.size())) {
            for (LabelledNames.Label label : labels) {
                names.add(new ClassifyReport.Labelled(
                        label.name(),
                        label.expected(),
                        classifier.classify(List.of(catalog.parser().evidence(label.name())), List.of())));
                step.advance(1);
            }
        }
        rejected.sort(RowError.ORDER);
        return new ClassifyReport(truth.getFileName().toString(), entities, catalog.summary(), names, rejected, notes);
    }
}
