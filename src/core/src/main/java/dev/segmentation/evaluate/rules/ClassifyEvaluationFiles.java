package dev.segmentation.evaluate.rules;

import dev.segmentation.files.OutputException;
import dev.segmentation.report.Html;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes an evaluation of the rules: every name as a table, and a page for people. */
public final class ClassifyEvaluationFiles {
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

    private ClassifyEvaluationFiles() {}

    /**
     * Writes both into a folder, which is made if it is not there.
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
