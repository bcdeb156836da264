package dev.segmentation.service;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Decision;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A master and its class, as {@code MasterCustomerSegmentation.csv} and the API have it. */
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
    static final TableSpec SPEC = new TableSpec(
            List.of(
                    "Master Customer Name",
                    "Master Customer Name Canonical",
                    "Industrial Group",
                    "Industry Detail",
                    "NAICS",
                    "Method",
                    "Confidence",
                    "Rationale",
                    "Support Category",
                    "Company Website",
                    "MergeGroupSize",
                    "Status",
                    "Rule Id",
                    "Master Id"),
            List.of("IsMerge"));

    static MasterInfo of(ClassifiedMaster one) {
        Decision decision = one.decision();
        return new MasterInfo(
                one.master().id(),
                one.master().name(),
                one.master().canonical(),
                one.master().members().size(),
                decision.group().label(),
                decision.classification().detail(),
                decision.classification().naics(),
                decision.classification().support().label(),
                decision.method().label(),
                decision.confidence().label(),
                decision.status().label(),
                decision.ruleId(),
                decision.rationale(),
                one.website(),
                decision.conflict(),
                latestBilling(one.master().members()));
    }

    static MasterInfo of(Row row, boolean conflict, List<Customer> members) {
        return new MasterInfo(
                row.get("Master Id"),
                row.get("Master Customer Name"),
                row.get("Master Customer Name Canonical"),
                Integer.parseInt(row.get("MergeGroupSize")),
                row.get("Industrial Group"),
                row.get("Industry Detail"),
                row.get("NAICS"),
                row.get("Support Category"),
                row.get("Method"),
                row.get("Confidence"),
                row.get("Status"),
                row.get("Rule Id"),
                row.get("Rationale"),
                row.get("Company Website"),
                conflict,
                latestBilling(members));
    }

    private static String latestBilling(List<Customer> members) {
        String latest = "";
        for (Customer member : members) {
            String date = BillingDate.sortable(member.lastBilling());
            latest = date.compareTo(latest) > 0 ? date : latest;
        }
        return latest;
    }
}
