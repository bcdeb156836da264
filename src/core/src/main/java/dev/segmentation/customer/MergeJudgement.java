package dev.segmentation.customer;

/**
 * A human verdict on two names.
 *
 * @param alias one name
 * @param master the other name, the one to keep when they are merged
 * @param merge whether they are one company and always together; else they are two and never meet, whatever the path
 * @param owner who decided, may be blank
 * @param reason why, may be blank
 * @param file name of the file it stands in
 * @param line where it stands there
 */
public record MergeJudgement(
        String alias, String master, boolean merge, String owner, String reason, String file, long line) {
    /** Where it stands, for people. */
    public String where() {
        return file + ":" + line;
    }

    /** The verdict as the reason of a merge. */
    public String sentence() {
        return where() + " joins " + alias + " to " + master
                + (owner.isBlank() ? "" : ", decided by " + owner)
                + (reason.isBlank() ? "" : ": " + reason);
    }
}
