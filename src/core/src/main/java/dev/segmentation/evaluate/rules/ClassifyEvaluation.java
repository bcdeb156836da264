package dev.segmentation.evaluate.rules;

import dev.segmentation.customer.Progress;
import dev.segmentation.files.OutputException;
import dev.segmentation.report.Html;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Classifies names whose groups are known by the rules alone, no decisions of people, and counts what is right. */
public final class ClassifyEvaluation {
    /** Every labelled name. */
    public static final String TABLE = "ClassifyEvaluation.csv";
    /** The page. */
    public static final String PAGE = "ClassifyEvaluation.html";

    private static final List<String> COLUMNS = List.of(
            "Name",
            "Expected Group",
            "Industrial Group",
            "Right",
            "Industry Detail",
            "NAICS",
            "Method",
            "Rule Id",
            "Rationale");

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
     * Classifies the names.
     *
     * @param truth a table with the columns Name and Expected Group
     * @throws TableException if it is missing or labels nothing
     */
    public ClassifyReport execute(Path truth, Charset charset) {
        List<LabelledName> labels = LabelledName.read(truth, charset, rejected::add, notes::add);
        List<ClassifyReport.Labelled> names = new ArrayList<>();
        try (Classifier classifier = catalog.newClassifier();
                Progress.Step step = progress.start("Classifying", labels.size())) {
            for (LabelledName label : labels) {
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

    /**
     * Writes every name as a table and a page for people into a folder, which is made if it is not there.
     *
     * @throws OutputException if that cannot be done
     */
    public static List<Path> write(ClassifyReport report, Path folder, CsvProfile profile) {
        try {
            Files.createDirectories(folder);
            Path table = folder.resolve(TABLE);
            try (TableWriter rows = new TableWriter(table, profile, COLUMNS)) {
                report.names().forEach(name -> row(rows, name));
            }
            return List.of(table, Files.writeString(folder.resolve(PAGE), page(report)));
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    folder + " cannot be written (" + e.getMessage() + "). Maybe a file is open in Excel: close it.",
                    e);
        }
    }

    private static String page(ClassifyReport report) {
        return Html.page(
                "classify-evaluation.html",
                Map.of("heading", "Classification of " + report.truthFile(), "report", report));
    }

    private static void row(TableWriter rows, ClassifyReport.Labelled name) {
        rows.row(
                name.name(),
                name.expected().label(),
                name.group().label(),
                name.placed() ? TableWriter.bool(name.right()) : "",
                name.decision().classification().detail(),
                name.decision().classification().naics(),
                name.decision().method().label(),
                name.decision().ruleId(),
                name.decision().rationale());
    }
}
