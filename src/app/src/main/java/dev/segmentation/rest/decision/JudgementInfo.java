package dev.segmentation.rest.decision;

import dev.segmentation.decision.ShownJudgement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people judged of two names, as the API tells it.
 *
 * @param id of the pair
 * @param alias the name that is merged or kept apart
 * @param master the other name
 * @param judgement merge or never
 * @param owner who judged
 * @param date when
 * @param reason why
 * @param etag of the judgement
 */
@Schema(name = "Judgement")
public record JudgementInfo(
        @Schema(required = true, description = "Of the pair, whichever name comes first.") String id,
        @Schema(required = true) String alias,
        @Schema(required = true) String master,
        @Schema(required = true, examples = "never") String judgement,
        @Schema(required = true) String owner,
        @Schema(required = true) String date,
        @Schema(required = true) String reason,
        @Schema(required = true, description = "Its ETag without quotation marks.") String etag) {

    static JudgementInfo of(ShownJudgement one) {
        return new JudgementInfo(
                one.id(), one.alias(), one.master(), one.judgement(), one.owner(), one.date(), one.reason(), one.tag());
    }
}
