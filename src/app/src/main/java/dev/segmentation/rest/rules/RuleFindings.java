package dev.segmentation.rest.rules;

import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a check of rules found.
 *
 * @param passed whether nothing is wrong
 * @param errors how many things are wrong
 * @param warnings how many deserve a look
 * @param rules rules checked
 * @param terms terms checked
 * @param cases cases run
 * @param summary what the rules hold, blank if they do not load
 * @param findings the first of them, errors before warnings
 */
@Schema(name = "RuleCheck")
public record RuleFindings(
        @Schema(required = true) boolean passed,
        @Schema(required = true) int errors,
        @Schema(required = true) int warnings,
        @Schema(required = true) int rules,
        @Schema(required = true) int terms,
        @Schema(required = true) int cases,
        @Schema(required = true) String summary,
        @Schema(required = true, description = "The first 1,000 of them, errors before warnings.") List<One> findings) {
    private static final int MOST = 1_000;

    /**
     * Something that was found.
     *
     * @param level error or warning
     * @param check which check found it
     * @param file where, from the rules folder on
     * @param sheet of a workbook, blank otherwise
     * @param row row or line, 0 if it is about the whole file
     * @param column title of the column, may be blank
     * @param value the text at fault, may be blank
     * @param problem what is wrong
     * @param advice what to do
     */
    @Schema(name = "RuleFinding")
    public record One(
            @Schema(
                            required = true,
                            enumeration = {"error", "warning"})
                    String level,
            @Schema(required = true) String check,
            @Schema(required = true) String file,
            @Schema(required = true) String sheet,
            @Schema(required = true) long row,
            @Schema(required = true) String column,
            @Schema(required = true) String value,
            @Schema(required = true) String problem,
            @Schema(required = true) String advice) {
        static One of(Finding found) {
            return new One(
                    found.label(),
                    found.check(),
                    found.file(),
                    found.sheet(),
                    found.row(),
                    found.column(),
                    found.value(),
                    found.problem(),
                    found.advice());
        }
    }

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
                java.util.stream.Stream.concat(errors.stream(), warnings.stream())
                        .limit(MOST)
                        .map(One::of)
                        .toList());
    }
}
