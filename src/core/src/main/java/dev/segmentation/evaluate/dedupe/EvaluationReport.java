package dev.segmentation.evaluate.dedupe;

import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.List;

/**
 * What an evaluation of the dedupe found.
 *
 * @param customersFile name of the customer list
 * @param truthFile name of the labelled list, {@code null} without labels
 * @param customers customer keys
 * @param decisions whether decisions of people were applied
 * @param thresholds one row for every threshold tried, the lowest first
 * @param similarity recall by how alike the true pairs look; empty without labels
 * @param falseMerges the costliest wrong merges; empty without labels
 * @param missedMerges the costliest merges that are missing; empty without labels
 * @param steps what changes between neighbouring thresholds; empty with labels
 * @param rejected rows that could not be used
 * @param notes remarks
 * @param files what is written
 * @param seconds how long it took
 */
public record EvaluationReport(
        String customersFile,
        String truthFile,
        int customers,
        boolean decisions,
        List<ThresholdRow> thresholds,
        List<RecallBySimilarity.Band> similarity,
        List<PairError> falseMerges,
        List<PairError> missedMerges,
        List<ThresholdStep> steps,
        List<RowError> rejected,
        List<String> notes,
        List<Path> files,
        double seconds) {

    /** Whether the list was compared with labels. */
    public boolean labelled() {
        return truthFile != null;
    }

    /** The row of the threshold in use. */
    public ThresholdRow configured() {
        return thresholds.stream().filter(ThresholdRow::configured).findFirst().orElseThrow();
    }

    /** The row with the best pairwise F1, the highest threshold among equals; only with labels. */
    public ThresholdRow best() {
        return thresholds.stream()
                .reduce((a, b) -> b.quality().f1() >= a.quality().f1() ? b : a)
                .orElseThrow();
    }
}
