package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * Tries thresholds from the lowest to the highest.
 *
 * @param inUse the master of every customer at the threshold in use
 * @param rows one for every threshold
 * @param steps one between any two neighbours; empty with labels
 */
record ThresholdTrial(int[] inUse, List<ThresholdRow> rows, List<ThresholdStep> steps) {
    private static final List<Double> HIGH = List.of(0.92, 0.94, 0.96, 0.97, 0.98, 0.99);

    /**
     * Tries them; of all masters only those of two neighbours and of the threshold in use are kept.
     *
     * @param sweep dedupes at a threshold: the master of every customer, as small numbers from 0
     * @param configured the threshold in use
     * @param labels the labelled customers, {@code null} without labels
     * @param names the name of every customer
     * @param examples how many examples of each step to keep
     * @param progress is advanced for every threshold
     */
    static ThresholdTrial of(
            DoubleFunction<int[]> sweep,
            double configured,
            Labels labels,
            IntFunction<String> names,
            int examples,
            Progress.Step progress) {
        int[] inUse = sweep.apply(configured);
        List<ThresholdRow> rows = new ArrayList<>();
        List<ThresholdStep> steps = new ArrayList<>();
        double lower = 0;
        int[] atLower = null;
        for (double threshold : thresholds(configured)) {
            boolean here = threshold == configured;
            int[] masters = here ? inUse : sweep.apply(threshold);
            ClusterQuality quality = labels == null ? null : ClusterQuality.of(labels.only(masters), labels.entities());
            rows.add(ThresholdRow.of(threshold, here, inUse, masters, quality));
            if (labels == null && atLower != null) {
                steps.add(ThresholdStep.between(lower, atLower, threshold, masters, names, examples));
            }
            lower = threshold;
            atLower = masters;
            progress.advance(1);
        }
        return new ThresholdTrial(inUse, rows, steps);
    }

    /** Coarse below, where nobody sets it, fine above. */
    static List<Double> thresholds(double configured) {
        TreeSet<Double> thresholds = new TreeSet<>(HIGH);
        for (int percent = 5; percent <= 90; percent += 5) {
            thresholds.add(percent / 100.0);
        }
        thresholds.add(configured);
        return List.copyOf(thresholds);
    }
}
