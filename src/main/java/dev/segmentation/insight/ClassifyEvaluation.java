package dev.segmentation.insight;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableException;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classifies names whose groups are known by the rules alone, no decisions of people, and counts what is right. */
public final class ClassifyEvaluation {
    private static final String NAME = "Name";
    private static final String EXPECTED = "Expected Group";

    private final RuleCatalog catalog;
    private final boolean entities;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Label(String name, IndustrialGroup expected) {}

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
        List<Label> labels = labels(truth, charset);
        List<ClassifyReport.Labelled> names = new ArrayList<>();
        try (Classifier classifier = catalog.newClassifier();
                Progress.Step step = progress.start("Classifying", labels.size())) {
            for (Label label : labels) {
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

    private List<Label> labels(Path truth, Charset charset) {
        if (!Files.exists(truth)) {
            throw new TableException(truth + " does not exist. It holds the labels, with the columns " + NAME + " and "
                    + EXPECTED + ".");
        }
        List<Label> labels = new ArrayList<>();
        long rows = TableReader.read(
                truth,
                charset,
                TableSpec.of(NAME, EXPECTED),
                row -> label(row).ifPresent(labels::add),
                rejected::add,
                notes::add);
        if (labels.isEmpty()) {
            throw new TableException(truth + ": none of its " + rows + " rows names a company and its group.");
        }
        return labels;
    }

    private Optional<Label> label(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get(EXPECTED));
        if (row.get(NAME).isEmpty()) {
            rejected.add(row.error(NAME, "no name", "Every label needs the name it is about."));
        } else if (group.isEmpty()) {
            rejected.add(row.error(EXPECTED, "no industrial group", "Use a group of the locked list."));
        } else {
            return Optional.of(new Label(row.get(NAME), group.get()));
        }
        return Optional.empty();
    }
}
