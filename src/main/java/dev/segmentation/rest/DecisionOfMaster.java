package dev.segmentation.rest;

import dev.segmentation.customer.Classification;
import dev.segmentation.run.ManualDecision;
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
        @Schema(required = true, description = "Id of the master.", maxLength = 100) String master,
        @Schema(required = true, description = "A group of the locked list.", maxLength = 100) String group,
        @Schema(nullable = true, maxLength = ManualDecision.DETAIL) String detail,
        @Schema(nullable = true, pattern = "^(" + Classification.NAICS_FORM + ")$") String naics,
        @Schema(nullable = true, maxLength = 100) String supportCategory,
        @Schema(nullable = true, maxLength = ManualDecision.WEBSITE) String website,
        @Schema(nullable = true, maxLength = 100) String status,
        @Schema(nullable = true, maxLength = ManualDecision.REASON) String reason) {

    DecisionWords words() {
        return new DecisionWords(group, detail, naics, supportCategory, website, status, reason);
    }
}
