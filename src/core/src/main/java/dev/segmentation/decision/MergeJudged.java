package dev.segmentation.decision;

import dev.segmentation.customer.MergeJudgement;

/**
 * What a person judges of two names.
 *
 * @param alias the name that is merged into the other or kept apart from it
 * @param master the other, or the id of its master
 * @param verdict what is to be
 * @param reason why, may be blank
 */
public record MergeJudged(String alias, String master, MergeJudgement.Verdict verdict, String reason) {
    /** The longest name. */
    public static final int NAME = 500;

    /**
     * The judgement that these words mean.
     *
     * @throws IllegalArgumentException if one of them means nothing
     */
    public static MergeJudged of(String alias, String master, String judgement, String reason) {
        MergeJudgement.Verdict verdict =
                switch (judgement == null ? "" : judgement) {
                    case "merge" -> MergeJudgement.Verdict.MERGE;
                    case "never" -> MergeJudgement.Verdict.NEVER;
                    default -> throw new IllegalArgumentException("judgement is merge or never.");
                };
        String one = WrittenText.line("alias", alias, NAME);
        String other = WrittenText.line("master", master, NAME);
        if (one.isEmpty() || other.isEmpty()) {
            throw new IllegalArgumentException("A judgement is about two names, alias and master.");
        }
        return new MergeJudged(one, other, verdict, WrittenText.line("reason", reason, ManualDecision.REASON));
    }
}
