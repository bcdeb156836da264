package dev.segmentation.evaluate.dedupe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

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

    /**
     * Counts.
     *
     * @param inUse the masters at the threshold in use
     * @param masters the masters at this one
     */
    static ThresholdRow of(double threshold, boolean configured, int[] inUse, int[] masters, ClusterQuality quality) {
        Contingency table = Contingency.of(inUse, masters);
        int[] sizes = table.rightTotals();
        int[] mostOfLeft = new int[table.leftTotals().length];
        int[] mostOfRight = new int[sizes.length];
        for (int cell = 0; cell < table.cells(); cell++) {
            int count = table.count(cell);
            mostOfLeft[table.left(cell)] = Math.max(mostOfLeft[table.left(cell)], count);
            mostOfRight[table.right(cell)] = Math.max(mostOfRight[table.right(cell)], count);
        }
        int merged = 0;
        int largest = 0;
        int number = 0;
        for (int size : sizes) {
            number += size > 0 ? 1 : 0;
            merged += size > 1 ? size : 0;
            largest = Math.max(largest, size);
        }
        return new ThresholdRow(
                threshold,
                configured,
                number,
                merged,
                largest,
                masters.length - sum(mostOfRight),
                masters.length - sum(mostOfLeft),
                quality);
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
