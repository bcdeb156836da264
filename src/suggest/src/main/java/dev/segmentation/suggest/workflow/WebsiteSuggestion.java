package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.text.Evidence;
import java.util.List;

/**
 * A row of the file of suggested websites.
 *
 * @param rank number of the master among all of the run
 * @param website the bare host, blank if none is sure enough
 * @param score how sure it is, 0 to 1; 0 without a website
 */
public record WebsiteSuggestion(
        int rank,
        String name,
        String canonical,
        String masterId,
        int keys,
        String query,
        String website,
        double score,
        String reason,
        List<Evidence> sources,
        String notes) {

    public WebsiteSuggestion {
        sources = List.copyOf(sources);
    }
}
