package dev.segmentation.evaluate.dedupe;

import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Writes the sweep of an evaluation as a table; the columns of quality are blank without labels. */
final class EvaluationTable {
    static final String FILE = "DedupeEvaluation.csv";

    private static final List<String> COLUMNS = List.of(
            "Threshold",
            "Configured",
            "Masters",
            "Merged Keys",
            "Largest Master",
            "Keys Joining",
            "Keys Leaving",
            "Precision",
            "Recall",
            "F1",
            "B-Cubed Precision",
            "B-Cubed Recall",
            "B-Cubed F1",
            "Joined Pairs",
            "True Pairs",
            "Found Pairs",
            "Over-Merged Masters",
            "Split Entities");

    private static final List<String> NO_QUALITY = Collections.nCopies(11, "");

    private EvaluationTable() {}

    static void write(Path file, CsvProfile profile, EvaluationReport report) throws IOException {
        try (TableWriter table = new TableWriter(file, profile, COLUMNS)) {
            for (ThresholdRow row : report.thresholds()) {
                List<String> cells = new ArrayList<>(List.of(
                        String.format(Locale.ROOT, "%.3f", row.threshold()),
                        TableWriter.bool(row.configured()),
                        Integer.toString(row.masters()),
                        Integer.toString(row.mergedKeys()),
                        Integer.toString(row.largestMaster()),
                        Integer.toString(row.joining()),
                        Integer.toString(row.leaving())));
                cells.addAll(row.quality() == null ? NO_QUALITY : quality(row.quality()));
                table.row(cells.toArray(String[]::new));
            }
        }
    }

    private static List<String> quality(ClusterQuality quality) {
        return List.of(
                share(quality.precision()),
                share(quality.recall()),
                share(quality.f1()),
                share(quality.bCubedPrecision()),
                share(quality.bCubedRecall()),
                share(quality.bCubedF1()),
                Long.toString(quality.joinedPairs()),
                Long.toString(quality.truePairs()),
                Long.toString(quality.foundPairs()),
                Integer.toString(quality.overMerged()),
                Integer.toString(quality.splitEntities()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
