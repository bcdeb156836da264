package dev.segmentation.rules.check;

/**
 * A case of some {@code cases.csv} and what came of it.
 *
 * @param expectedGroup label of the group that must come out
 * @param expectedDetail the detail that must come out, blank for any
 * @param ruleId id of the rule or term that decided
 * @param failure what is wrong, empty if it passed
 */
public record RuleCase(
        String file,
        long row,
        String name,
        String expectedGroup,
        String expectedDetail,
        String group,
        String detail,
        String ruleId,
        String rationale,
        String failure) {

    /** Whether it came out as expected. */
    public boolean passed() {
        return failure.isEmpty();
    }
}
