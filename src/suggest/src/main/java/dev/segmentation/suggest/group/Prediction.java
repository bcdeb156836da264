package dev.segmentation.suggest.group;

import java.util.List;

/**
 * What is suggested for a name.
 *
 * @param sure whether the first is likely enough to be suggested; otherwise this is an abstention
 */
public record Prediction(List<GroupSuggestion> groups, boolean sure, String note) {
    public Prediction {
        groups = List.copyOf(groups);
    }
}
