package dev.segmentation.suggest.group;

import dev.segmentation.customer.Classification;
import dev.segmentation.suggest.text.Evidence;
import java.util.List;

/**
 * A group that may be right for a master.
 *
 * @param classification the group, with industry detail, NAICS and support category as far as known
 * @param probability calibrated chance that the group is right, 0 to 1
 * @param reason why, in a sentence
 * @param evidence what speaks for it, the best first
 */
public record GroupSuggestion(
        Classification classification, double probability, String reason, List<Evidence> evidence) {

    public GroupSuggestion {
        evidence = List.copyOf(evidence);
    }
}
