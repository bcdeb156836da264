package dev.segmentation.rest.run;

import dev.segmentation.service.MasterFinder;
import dev.segmentation.service.MasterRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A master and its class as the API tells them. */
@Schema(name = "Master")
public record MasterInfo(
        @Schema(required = true, examples = "MHWAQTK3B5A") String id,
        @Schema(required = true, description = "The name to show.", examples = "Mercy Hospital") String name,
        @Schema(required = true, description = "The unique upper-case name.", examples = "MERCY HOSPITAL")
                String canonical,
        @Schema(required = true, description = "How many customer keys it has.") int keys,
        @Schema(required = true, ref = "IndustrialGroup") String group,
        @Schema(required = true, description = "The industry in words, may be blank.") String detail,
        @Schema(required = true, description = "NAICS code, may be blank.") String naics,
        @Schema(required = true, description = "Secondary class, may be blank.") String supportCategory,
        @Schema(required = true, description = "How it was decided.", examples = "Rule-Based") String method,
        @Schema(required = true, description = "High, Medium or Low.") String confidence,
        @Schema(required = true, description = "Final, Draft or Queued.") String status,
        @Schema(required = true, description = "What decided, may be blank.") String ruleId,
        @Schema(required = true, description = "Why.") String rationale,
        @Schema(required = true, description = "Its official host, may be blank.") String website,
        @Schema(required = true, description = "Whether groups of equal standing speak for it.") boolean conflict,
        @Schema(required = true, description = "The latest billing date of any customer in ISO form, may be blank.")
                String latestBilling) {

    static MasterInfo of(MasterFinder.Found found) {
        return of(found.row(), found.latestBilling());
    }

    static MasterInfo of(MasterRow row, String latestBilling) {
        return new MasterInfo(
                row.id(),
                row.name(),
                row.canonical(),
                row.keys(),
                row.group(),
                row.detail(),
                row.naics(),
                row.supportCategory(),
                row.method(),
                row.confidence(),
                row.status(),
                row.ruleId(),
                row.rationale(),
                row.website(),
                row.conflict(),
                latestBilling);
    }
}
