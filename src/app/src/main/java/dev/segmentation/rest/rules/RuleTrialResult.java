package dev.segmentation.rest.rules;

import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.table.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of the cases. */
@Schema(name = "RuleTest")
public record RuleTrialResult(
        @Schema(required = true) boolean passed,
        @Schema(required = true) int cases,
        @Schema(required = true) int failed,
        @Schema(required = true, description = "The first 1,000 that failed.") List<RuleCase> failures,
        @Schema(required = true) List<Finding> problems,
        @Schema(required = true) Coverage rules,
        @Schema(required = true) Coverage terms) {
    private static final int MOST = 1_000;

    /** How many the cases try. */
    @Schema(name = "RuleCoverage")
    public record Coverage(@Schema(required = true) int total, @Schema(required = true) int tried) {
        static Coverage of(RuleTest.Coverage coverage) {
            return new Coverage(coverage.total(), coverage.tried());
        }
    }

    static RuleTrialResult of(RuleTest test) {
        List<RuleCase> failures = test.failures();
        return new RuleTrialResult(
                test.passed(),
                test.cases().size(),
                failures.size(),
                failures.stream().limit(MOST).toList(),
                test.problems().stream().limit(MOST).toList(),
                Coverage.of(test.rules()),
                Coverage.of(test.terms()));
    }
}
