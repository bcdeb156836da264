package dev.segmentation.rest.rules;

import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of rules found, in counts, and the first of the findings. */
@Schema(name = "RuleCheck")
public record RuleFindings(
        @Schema(required = true) boolean passed,
        @Schema(required = true) int errors,
        @Schema(required = true) int warnings,
        @Schema(required = true) int rules,
        @Schema(required = true) int terms,
        @Schema(required = true) int cases,
        @Schema(required = true) String summary,
        @Schema(required = true, description = "The first 1,000 of them, errors before warnings.")
                List<Finding> findings) {
    private static final int MOST = 1_000;

    static RuleFindings of(RuleCheck.Result result) {
        List<Finding> errors = result.errors();
        List<Finding> warnings = result.warnings();
        return new RuleFindings(
                result.passed(),
                errors.size(),
                warnings.size(),
                result.rules(),
                result.terms(),
                result.cases(),
                result.summary(),
                Stream.concat(errors.stream(), warnings.stream()).limit(MOST).toList());
    }
}
