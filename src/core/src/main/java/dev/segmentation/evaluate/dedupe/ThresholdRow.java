package dev.segmentation.evaluate.dedupe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.table.TableWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the dedupe makes of the list at one threshold.
 *
 * @param threshold merge threshold
 * @param configured whether it is the one in use
 * @param masters all masters
 * @param mergedKeys keys that share their master with another key
 * @param largestMaster keys of the largest master
 * @param joining keys that would move into a master which has a larger part of other keys, against the threshold in use
 * @param leaving keys that would leave the larger part of their master, likewise
 * @param quality agreement with the labels, {@code null} without labels
 */
public record ThresholdRow(
        double threshold,
        boolean configured,
        int masters,
        int mergedKeys,
        int largestMaster,
        @JsonProperty("keysJoining") int joining,
        @JsonProperty("keysLeaving") int leaving,
        @JsonInclude(JsonInclude.Include.NON_NULL) ClusterQuality quality) {

    /** The columns of the table of all thresholds. */
    static final List<String> COLUMNS = List.of(
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

    /**
     * Counts.
     *
     * @param inUse the masters at the threshold in use
     * @param masters the masters at this one
     */
    static ThresholdRow of(double threshold, boolean configured, int[] inUse, int[] masters, ClusterQuality quality) {
        Contingency table = new Contingency(inUse, masters);
        int[] sizes = table.rightTotals;
        int[] mostOfLeft = new int[table.leftTotals.length];
        int[] mostOfRight = new int[sizes.length];
        for (int cell = 0; cell < table.cells(); cell++) {
            int count = table.count(cell);
            mostOfLeft[table.left(cell)] = Math.max(mostOfLeft[table.left(cell)], count);
            mostOfRight[table.right(cell)] = Math.max(mostOfRight[table.right(cell)], count);
        }
        return new ThresholdRow(
                threshold,
                configured,
                (int) Arrays.stream(sizes).filter(size -> size > 0).count(),
                Arrays.stream(sizes).filter(size -> size > 1).sum(),
                Arrays.stream(sizes).max().orElse(0),
                masters.length - Arrays.stream(mostOfRight).sum(),
                masters.length - Arrays.stream(mostOfLeft).sum(),
                quality);
    }

    /** Its row in the table of all thresholds; the columns of quality are blank without labels. */
    String[] cells() {
        List<Object> cells = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "%.3f", threshold),
                TableWriter.bool(configured),
                masters,
                mergedKeys,
                largestMaster,
                joining,
                leaving));
        if (quality == null) {
            cells.addAll(Collections.nCopies(COLUMNS.size() - cells.size(), ""));
        } else {
            cells.addAll(List.of(
                    share(quality.precision()),
                    share(quality.recall()),
                    share(quality.f1()),
                    share(quality.bCubedPrecision()),
                    share(quality.bCubedRecall()),
                    share(quality.bCubedF1()),
                    quality.joinedPairs(),
                    quality.truePairs(),
                    quality.foundPairs(),
                    quality.overMerged(),
                    quality.splitEntities()));
        }
        return cells.stream().map(Object::toString).toArray(String[]::new);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
