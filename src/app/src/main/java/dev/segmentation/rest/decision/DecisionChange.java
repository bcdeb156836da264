package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision that stands, and the change that made it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DecisionChange")
public record DecisionChange(
        @Schema(description = "The decision as it is now; absent if it was withdrawn.") DecisionInfo decision,
        @Schema(required = true) Pending change) {}
