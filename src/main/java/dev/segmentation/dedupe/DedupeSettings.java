package dev.segmentation.dedupe;

/**
 * What steers the dedupe.
 *
 * @param mergeThreshold similarity in [0, 1] from which two names are one company
 * @param cohesion mean similarity that two clusters need across all their names to be joined
 * @param blockCap names that share one blocking key beyond which only neighbours are compared
 */
public record DedupeSettings(double mergeThreshold, double cohesion, int blockCap) {
    /** The shipped settings. */
    public static final DedupeSettings DEFAULT = new DedupeSettings(0.92, 0.85, 60);
}
