package dev.segmentation.dedupe.linkage;

/**
 * What steers the dedupe.
 *
 * @param policy what counts as one company
 * @param mergeThreshold probability in (0, 1) from which two names are one company
 * @param possibleThreshold probability from which two names that are not merged are shown to people
 * @param cohesion mean probability that two clusters need across all their names to be joined
 * @param blockCap names that share one blocking key beyond which only neighbours are compared
 * @param largeCluster spellings of one master from which it is reported
 */
public record DedupeSettings(
        Policy policy,
        double mergeThreshold,
        double possibleThreshold,
        double cohesion,
        int blockCap,
        int largeCluster) {

    /** The shipped settings. */
    public static final DedupeSettings DEFAULT = new DedupeSettings(Policy.STRICT, 0.7, 0.25, 0.34, 60, 50);

    /** What counts as one company. */
    public enum Policy {
        /** One company; a subsidiary is another. */
        STRICT,
        /** A company and its subsidiaries. */
        FAMILY
    }

    /** Checks the values. */
    public DedupeSettings {
        probability("merge threshold", mergeThreshold);
        probability("possible-merge threshold", possibleThreshold);
        if (possibleThreshold > mergeThreshold) {
            throw new IllegalArgumentException("the possible-merge threshold (" + possibleThreshold
                    + ") is above the merge threshold (" + mergeThreshold + ")");
        }
        if (!(cohesion >= 0 && cohesion <= 1)) {
            throw new IllegalArgumentException("cohesion must be 0 to 1, not " + cohesion);
        }
        if (largeCluster < 2) {
            throw new IllegalArgumentException("large cluster must be at least 2, not " + largeCluster);
        }
        if (blockCap < 2 || blockCap > 10_000) {
            throw new IllegalArgumentException("block cap must be 2 to 10000, not " + blockCap);
        }
    }

    public static void probability(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("the " + what + " must lie between 0 and 1, not be " + value);
        }
    }
}
