package dev.segmentation.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.service.rules.RuleVersion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the rules as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "RuleVersion")
public record RuleVersionInfo(
        @Schema(required = true, examples = "V000002") String id,
        @Schema(required = true) Instant time,
        @Schema(description = "Who published it; absent if it was found in the folder.") String by,
        @Schema(required = true) String title,
        String reason,
        String change,
        @Schema(required = true) @JsonInclude(JsonInclude.Include.ALWAYS) List<String> files,
        @Schema(required = true, description = "One hash over all files.") String version,
        @Schema(required = true, description = "Whether its files are kept, so that it can be rolled back to.")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                boolean kept) {
    static RuleVersionInfo of(RuleVersion one) {
        return new RuleVersionInfo(
                one.id(),
                one.time(),
                one.by(),
                one.title(),
                one.reason(),
                one.change(),
                one.files(),
                one.hash(),
                one.kept());
    }
}
