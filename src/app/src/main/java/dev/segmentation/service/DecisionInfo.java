package dev.segmentation.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision about a master as the API tells it. */
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

    static DecisionInfo of(
            MasterDecision one, String master, boolean present, boolean counts, String etag, Optional<CurrentRun> run) {
        return new DecisionInfo(
                master,
                present,
                one.canonical(),
                one.group(),
                one.get(SegmentColumns.DETAIL),
                one.get(SegmentColumns.NAICS),
                one.get(SegmentColumns.METHOD),
                one.get(SegmentColumns.SUPPORT),
                one.website(),
                one.statusLabel(),
                one.shownSource(),
                one.owner(),
                one.get(SegmentColumns.DATE),
                one.reason(),
                one.get(SegmentColumns.NOTES),
                counts,
                !counts
                        ? null
                        : run.flatMap(current -> current.master(master))
                                .map(row -> shows(row, one))
                                .orElse(null),
                etag);
    }

    /** Whether a run shows a decision; what the decision leaves blank, a run may fill in. */
    private static boolean shows(MasterInfo master, MasterDecision one) {
        boolean queued = one.statusLabel().equals("Queued");
        String detail = one.get(SegmentColumns.DETAIL);
        String naics = one.get(SegmentColumns.NAICS);
        return (queued || master.group().equals(one.group()))
                && (queued || detail.isEmpty() || master.detail().equals(detail))
                && (queued || naics.isEmpty() || master.naics().equals(naics))
                && (one.website().isEmpty() || master.website().equals(one.website()))
                && master.rationale().contains(one.why());
    }
}
