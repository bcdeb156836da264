package dev.segmentation.cli;

import dev.segmentation.evaluate.dedupe.ClusterQuality;
import dev.segmentation.evaluate.dedupe.EvaluationReport;
import dev.segmentation.evaluate.dedupe.RecallBySimilarity;
import dev.segmentation.evaluate.dedupe.ThresholdRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An evaluation as JSON, for programs. What needs labels is missing without them. */
final class EvaluationJson {
    private EvaluationJson() {}

    static String of(EvaluationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("customersFile", report.customersFile());
        json.put("customers", report.customers());
        json.put("decisionsApplied", report.decisions());
        json.put("threshold", report.configured().threshold());
        json.put("masters", report.configured().masters());
        if (report.labelled()) {
            json.put("truthFile", report.truthFile());
            json.put("labelled", report.configured().quality().keys());
            json.put("quality", quality(report.configured().quality()));
            json.put("bestF1", row(report.best()));
            json.put(
                    "recallBySimilarity",
                    report.similarity().stream().map(EvaluationJson::band).toList());
            json.put("falseMerges", report.falseMerges());
            json.put("missedMerges", report.missedMerges());
        } else {
            json.put("steps", report.steps());
        }
        json.put(
                "thresholds",
                report.thresholds().stream().map(EvaluationJson::row).toList());
        json.put("rejected", report.rejected());
        json.put("notes", report.notes());
        json.put("files", report.files().stream().map(Path::toString).toList());
        json.put("seconds", report.seconds());
        return Json.of(json);
    }

    private static Map<String, Object> row(ThresholdRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("threshold", row.threshold());
        json.put("configured", row.configured());
        json.put("masters", row.masters());
        json.put("mergedKeys", row.mergedKeys());
        json.put("largestMaster", row.largestMaster());
        json.put("keysJoining", row.joining());
        json.put("keysLeaving", row.leaving());
        if (row.quality() != null) {
            json.put("quality", quality(row.quality()));
        }
        return json;
    }

    private static Map<String, Object> quality(ClusterQuality quality) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", quality.precision());
        json.put("recall", quality.recall());
        json.put("f1", quality.f1());
        json.put("bCubedPrecision", quality.bCubedPrecision());
        json.put("bCubedRecall", quality.bCubedRecall());
        json.put("bCubedF1", quality.bCubedF1());
        json.put("keys", quality.keys());
        json.put("entities", quality.entities());
        json.put("masters", quality.masters());
        json.put("joinedPairs", quality.joinedPairs());
        json.put("truePairs", quality.truePairs());
        json.put("foundPairs", quality.foundPairs());
        json.put("overMergedMasters", quality.overMerged());
        json.put("splitEntities", quality.splitEntities());
        return json;
    }

    private static Map<String, Object> band(RecallBySimilarity.Band band) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("similarity", band.similarity());
        json.put("pairs", band.pairs());
        json.put("found", band.found());
        json.put("recall", band.recall());
        return json;
    }
}
