package dev.segmentation.suggest.group;

import dev.segmentation.customer.Classification;
import dev.segmentation.suggest.text.Evidence;
import java.util.List;

/**
 * A group that may be right for a master.
 *
 * @param probability calibrated chance that the group is right, 0 to 1
 */
public record GroupSuggestion(
        Classification classification, double probability, String reason, List<Evidence> evidence) {

    public GroupSuggestion {
        evidence = List.copyOf(evidence);
    }
}
