package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.text.Evidence;
import java.util.List;

/**
 * A row of the file of suggested websites.
 *
 * @param rank number of the master among all of the run
 * @param name its name
 * @param canonical its canonical name
 * @param masterId its id
 * @param keys how many customer keys it has
 * @param query what people may search for
 * @param website the bare host, blank if none is sure enough
 * @param score how sure it is, 0 to 1; 0 without a website
 * @param reason why this website, blank without one
 * @param sources where it was found
 * @param notes what else is to be said
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
