package dev.segmentation.rest.run;

import dev.segmentation.decision.exchange.NextBatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A master to decide. */
@Schema(name = "Candidate")
public record BatchCandidate(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) String why,
        @Schema(required = true, description = "The group that speaks most for itself, may be blank.")
                String suggestion,
        @Schema(required = true, description = "What else speaks for a group, may be blank.") String runnerUp,
        @Schema(required = true) int keys,
        @Schema(required = true, description = "May be blank.") String lastBilling,
        @Schema(required = true, description = "Spellings of its customers.") String examples) {
    static BatchCandidate of(NextBatch.Candidate one) {
        return new BatchCandidate(
                one.id(),
                one.name(),
                one.why(),
                one.suggestion(),
                one.runnerUp(),
                one.keys(),
                one.lastBilling(),
                one.examples());
    }
}
