package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.decision.ShownDecision;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.MasterInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision about a master as the API tells it.
 *
 * @param master id of the master
 * @param present whether there is such a master now
 * @param name canonical name of the master as the decision has it
 * @param group industrial group
 * @param detail industry in words
 * @param naics NAICS code
 * @param method method that the decision names
 * @param supportCategory secondary class
 * @param website bare host
 * @param status Final, Draft or Queued
 * @param source Manual, or the name of the batch
 * @param owner who decided
 * @param date when
 * @param reason why
 * @param notes what else is said
 * @param counts whether it is the one about its master that counts
 * @param applied whether the current run shows it; absent where it does not count or there is no run
 * @param etag of the decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Decision")
public record DecisionInfo(
        @Schema(
                        required = true,
                        description = "Id of the master; blank where the row has none and no present master is meant.")
                String master,
        @Schema(required = true, description = "Whether there is such a master now.") boolean present,
        @Schema(required = true, examples = "BLUE HERON GROUP") String name,
        @Schema(required = true, examples = "Construction") String group,
        @Schema(required = true) String detail,
        @Schema(required = true) String naics,
        @Schema(required = true) String method,
        @Schema(required = true) String supportCategory,
        @Schema(required = true) String website,
        @Schema(required = true, examples = "Final") String status,
        @Schema(required = true, description = "Manual, or the name of the batch.") String source,
        @Schema(required = true) String owner,
        @Schema(required = true) String date,
        @Schema(required = true) String reason,
        @Schema(required = true) String notes,
        @Schema(required = true, description = "Whether it is the one about its master that counts.") boolean counts,
        @Schema(
                        description =
                                "Whether the current run shows it; absent where it does not count, or is about no present master.")
                Boolean applied,
        @Schema(required = true, description = "Its ETag without quotation marks.") String etag) {

    static DecisionInfo of(ShownDecision one, Optional<CurrentRun> run) {
        return new DecisionInfo(
                one.masterId(),
                one.present(),
                one.canonical(),
                one.group(),
                one.detail(),
                one.naics(),
                one.method(),
                one.supportCategory(),
                one.website(),
                one.status(),
                one.source(),
                one.owner(),
                one.date(),
                one.reason(),
                one.notes(),
                one.counts(),
                one.counts() ? applied(one, run) : null,
                one.tag());
    }

    private static Boolean applied(ShownDecision one, Optional<CurrentRun> run) {
        return run.flatMap(current -> current.master(one.masterId()))
                .map(master -> shows(master, one))
                .orElse(null);
    }

    /** What the decision leaves blank, a run may fill in. */
    private static boolean shows(MasterInfo master, ShownDecision one) {
        boolean queued = one.status().equals("Queued");
        return (queued || master.group().equals(one.group()))
                && (queued || one.detail().isEmpty() || master.detail().equals(one.detail()))
                && (queued || one.naics().isEmpty() || master.naics().equals(one.naics()))
                && (one.website().isEmpty() || master.website().equals(one.website()))
                && master.rationale().contains(one.why());
    }
}
