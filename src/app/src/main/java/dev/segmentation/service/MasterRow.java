package dev.segmentation.service;

import dev.segmentation.customer.Decision;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import java.util.List;

/**
 * A master and its class, as {@code MasterCustomerSegmentation.csv} has it.
 *
 * @param id of the master
 * @param name to show
 * @param canonical unique upper-case name
 * @param keys how many customer keys it has
 * @param group industrial group
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class
 * @param method how it was decided
 * @param confidence how sure it is
 * @param status of the decision of people, {@code Final} where there is none
 * @param ruleId what decided
 * @param rationale why
 * @param website official host
 * @param conflict whether groups of equal standing speak for it
 */
public record MasterRow(
        String id,
        String name,
        String canonical,
        int keys,
        String group,
        String detail,
        String naics,
        String supportCategory,
        String method,
        String confidence,
        String status,
        String ruleId,
        String rationale,
        String website,
        boolean conflict) {
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

    static MasterRow of(ClassifiedMaster one) {
        Decision decision = one.decision();
        return new MasterRow(
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
                decision.conflict());
    }

    static MasterRow of(Row row, boolean conflict) {
        return new MasterRow(
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
                conflict);
    }
}
