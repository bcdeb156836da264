package dev.segmentation.rest;

import dev.segmentation.customer.Classification;
import dev.segmentation.run.ManualDecision;
import dev.segmentation.run.ShownDecision;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody decides.
 *
 * @param group industrial group of the locked list
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class
 * @param website bare host
 * @param status Final, Draft or Queued; blank means Final
 * @param reason why
 */
@Schema(name = "DecisionWords")
public record DecisionWords(
        @Schema(
                        nullable = true,
                        description = "A group of the locked list; needed for a new decision.",
                        examples = "Construction",
                        maxLength = 100)
                String group,
        @Schema(nullable = true, maxLength = ManualDecision.DETAIL, examples = "Roofing") String detail,
        @Schema(nullable = true, pattern = "^(" + Classification.NAICS_FORM + ")$", examples = "238160") String naics,
        @Schema(nullable = true, description = "A category of the locked list, or blank.", maxLength = 100)
                String supportCategory,
        @Schema(
                        nullable = true,
                        maxLength = ManualDecision.WEBSITE,
                        description = "A bare host.",
                        examples = "example.com")
                String website,
        @Schema(nullable = true, description = "Final, Draft or Queued; blank means Final.", maxLength = 100)
                String status,
        @Schema(nullable = true, maxLength = ManualDecision.REASON) String reason) {

    /** The words of a body that may be missing. */
    static DecisionWords of(DecisionWords said) {
        if (said == null) {
            throw new IllegalArgumentException("Send what is decided, such as {\"group\": \"Construction\"}.");
        }
        return said;
    }

    /** As a decision of its own. */
    ManualDecision decision(Optional<ShownDecision> ignored) {
        return ManualDecision.of(group, detail, naics, supportCategory, website, status, reason);
    }

    /** As a change of the present one. */
    ManualDecision over(Optional<ShownDecision> present) {
        ShownDecision old = present.orElseThrow();
        return ManualDecision.of(
                or(group, old.group()),
                or(detail, old.detail()),
                or(naics, old.naics()),
                or(supportCategory, old.supportCategory()),
                or(website, old.website()),
                or(status, old.status()),
                or(reason, old.reason()));
    }

    private static String or(String said, String old) {
        return said == null ? old : said;
    }
}
