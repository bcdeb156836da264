package dev.segmentation.service;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people judged of two names, as the API tells it. */
@Schema(name = "Judgement")
public record JudgementInfo(
        @Schema(required = true, description = "Of the pair, whichever name comes first.") String id,
        @Schema(required = true) String alias,
        @Schema(required = true) String master,
        @Schema(required = true, examples = "never") String judgement,
        @Schema(required = true) String owner,
        @Schema(required = true) String date,
        @Schema(required = true) String reason,
        @Schema(required = true, description = "Its ETag without quotation marks.") String etag) {}
