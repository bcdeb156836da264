package dev.segmentation.rest.rules;

import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of the cases.
 *
 * @param passed whether every case passed and could be read
 * @param cases how many ran
 * @param failed how many failed
 * @param failures the first of them
 * @param problems rows that could not be read
 * @param rules what the cases try of the rules
 * @param terms what they try of the terms
 */
@Schema(name = "RuleTest")
public record RuleTrialResult(
        @Schema(required = true) boolean passed,
        @Schema(required = true) int cases,
        @Schema(required = true) int failed,
        @Schema(required = true, description = "The first 1,000 that failed.") List<RuleCase> failures,
        @Schema(required = true) List<RuleFindings.One> problems,
        @Schema(required = true) Coverage rules,
        @Schema(required = true) Coverage terms) {
    private static final int MOST = 1_000;

    /**
     * How many the cases try.
     *
     * @param total how many there are
     * @param tried how many fire, or decide, in a case
     */
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
                test.problems().stream().limit(MOST).map(RuleFindings.One::of).toList(),
                Coverage.of(test.rules()),
                Coverage.of(test.terms()));
    }
}
