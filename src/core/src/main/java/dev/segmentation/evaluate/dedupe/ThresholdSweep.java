package dev.segmentation.evaluate.dedupe;

/** The dedupe of one list at any merge threshold; all that the evaluation asks of it besides the configured result. */
@FunctionalInterface
interface ThresholdSweep {
    /**
     * Dedupes at that threshold.
     *
     * @return the master of every customer, in the order of the list, as small numbers from 0
     */
    int[] mastersAt(double threshold);
}
