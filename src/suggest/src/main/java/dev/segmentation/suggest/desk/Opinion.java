package dev.segmentation.suggest.desk;

import dev.segmentation.suggest.group.GroupSuggestion;
import java.util.Locale;

/**
 * What one voice thinks of a master.
 *
 * @param who the voice, for people
 * @param why its reason in words, blank if its evidence says enough
 * @param suggestion the group it thinks likeliest
 */
record Opinion(String who, String why, GroupSuggestion suggestion) {
    /** Who says it, how sure, and why. */
    String told() {
        return String.format(Locale.ROOT, "%s %.2f", who, suggestion.probability())
                + (why.isEmpty() ? "" : " (" + why + ")");
    }
}
