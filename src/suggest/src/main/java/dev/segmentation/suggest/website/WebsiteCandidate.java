package dev.segmentation.suggest.website;

import dev.segmentation.suggest.text.Evidence;
import java.util.List;

/**
 * A host that may be the website of a master.
 *
 * @param score how sure that is, 0 to 1; below what is worth a proposal it only stands against others
 */
public record WebsiteCandidate(String host, double score, List<String> reasons, List<Evidence> evidence) {

    public WebsiteCandidate {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    /** The reasons as a sentence. */
    public String reason() {
        return String.join("; ", reasons);
    }
}
