package dev.segmentation.rest.decision;

import dev.segmentation.decision.ManualDecision;
import dev.segmentation.rest.Forms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody decides, and about whom.
 *
 * @param master id of the master
 * @param group industrial group of the locked list
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class
 * @param website bare host
 * @param status Final, Draft or Queued; blank means Final
 * @param reason why
 */
@Schema(name = "DecisionOfMaster")
public record DecisionOfMaster(
        @Schema(required = true, description = "Id of the master.", maxLength = Forms.WORD) String master,
        @Schema(required = true, ref = "IndustrialGroup") String group,
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

    DecisionWords words() {
        return new DecisionWords(group, detail, naics, supportCategory, website, status, reason);
    }
}
