package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.PairScorer;

/**
 * Two names that a person should look at.
 *
 * @param master canonical name of a master
 * @param other canonical name of another master that may be the same company, or the name of a member that may not belong
 * @param score probability in [0, 1] that they are one company
 * @param why what speaks for and against it
 * @param masterKeys customer keys of the master
 * @param otherKeys customer keys of the other one, or of the member
 */
public record ReviewPair(String master, String other, double score, String why, int masterKeys, int otherKeys) {
    /** The score with three decimals. */
    public String scoreText() {
        return PairScorer.text(score);
    }
}
