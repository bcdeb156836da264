package dev.segmentation.customer;

/**
 * The one decision about a master, with what anyone needs to check it.
 *
 * @param classification group, detail, NAICS and support category
 * @param method how it was decided
 * @param confidence how sure it is
 * @param status the human status where people decided; queued where a queued row waits behind a rule; else {@link Status#FINAL}
 * @param ruleId id of the rule or term row that decided
 * @param rationale evidence, runner-up and conflicts in one sentence each
 * @param runnerUp the group that would have come next, blank if none
 * @param conflict whether different groups of equal standing spoke for this master
 * @param byPeople whether a human decision won
 */
public record Decision(
        Classification classification,
        Method method,
        Confidence confidence,
        Status status,
        String ruleId,
        String rationale,
        String runnerUp,
        boolean conflict,
        boolean byPeople) {

    /** The industrial group. */
    public IndustrialGroup group() {
        return classification.group();
    }

    /** Whether a human should look at this master: unknown, unclassified, queued or in conflict. */
    public boolean needsReview() {
        return conflict
                || status == Status.QUEUED
                || group() == IndustrialGroup.UNKNOWN
                || method == Method.UNCLASSIFIED;
    }
}
