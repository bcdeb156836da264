package dev.segmentation.rest.decision;

import dev.segmentation.decision.ManualDecision;
import dev.segmentation.decision.ShownDecision;
import dev.segmentation.rest.Forms;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody changes of a decision; what is {@code null} or left out stays.
 *
 * @param group industrial group of the locked list
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class
 * @param website bare host
 * @param status Final, Draft or Queued; blank means Final
 * @param reason why
 */
@Schema(name = "DecisionPart")
public record DecisionPart(
        @Schema(ref = "GroupOrNone") String group,
        @Schema(nullable = true, maxLength = ManualDecision.DETAIL, pattern = Forms.LINE, examples = "Roofing")
                String detail,
        @Schema(nullable = true, maxLength = Forms.WORD, pattern = Forms.NAICS, examples = "238160") String naics,
        @Schema(ref = "SupportCategory") String supportCategory,
        @Schema(
                        nullable = true,
                        maxLength = ManualDecision.WEBSITE,
                        pattern = Forms.WEBSITE,
                        description = "A host, or the address of a page of it; the bare host is kept.",
                        examples = "example.com")
                String website,
        @Schema(ref = "DecisionStatus") String status,
        @Schema(nullable = true, maxLength = ManualDecision.REASON, pattern = Forms.LINE) String reason) {

    /** The part that a body names, which may be missing. */
    static DecisionPart of(DecisionPart said) {
        if (said == null) {
            throw new IllegalArgumentException("Send what is to be changed, such as {\"status\": \"Draft\"}.");
        }
        return said;
    }

    /** As a change of the present decision. */
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
