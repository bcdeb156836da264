package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.DedupeSettings;
import java.util.Optional;

/**
 * What one run wants otherwise than {@code rules/dedupe/settings.csv} says.
 *
 * @param policy what counts as one company
 * @param mergeThreshold from which two names are merged
 * @param possibleThreshold from which two names are shown to people
 */
public record DedupeOptions(
        Optional<DedupeSettings.Policy> policy, Optional<Double> mergeThreshold, Optional<Double> possibleThreshold) {
    /** Everything as the settings say. */
    public static final DedupeOptions NONE = new DedupeOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the values. */
    public DedupeOptions {
        mergeThreshold.ifPresent(value -> DedupeSettings.probability("merge threshold", value));
        possibleThreshold.ifPresent(value -> DedupeSettings.probability("possible-merge threshold", value));
        if (possibleThreshold.orElse(0.0) > mergeThreshold.orElse(1.0)) {
            throw new IllegalArgumentException("the possible-merge threshold (" + possibleThreshold.get()
                    + ") is above the merge threshold (" + mergeThreshold.get() + ")");
        }
    }

    /** The settings with these options; a possible-merge threshold never exceeds the merge threshold. */
    public DedupeSettings on(DedupeSettings settings) {
        double merge = mergeThreshold.orElse(settings.mergeThreshold());
        return new DedupeSettings(
                policy.orElse(settings.policy()),
                merge,
                Math.min(possibleThreshold.orElse(settings.possibleThreshold()), merge),
                settings.cohesion(),
                settings.blockCap(),
                settings.largeCluster());
    }
}
