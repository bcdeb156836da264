package dev.segmentation.suggest.group;

import java.util.List;

/**
 * What is suggested for a name.
 *
 * @param groups up to three groups, the likeliest first
 * @param sure whether the first is likely enough to be suggested; otherwise this is an abstention
 * @param note what a person should know, blank if nothing
 */
public record Prediction(List<GroupSuggestion> groups, boolean sure, String note) {
    public Prediction {
        groups = List.copyOf(groups);
    }
}
