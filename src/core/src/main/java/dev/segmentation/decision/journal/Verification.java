package dev.segmentation.decision.journal;

/**
 * Whether a journal is whole.
 *
 * @param transactions how many there are up to the first broken line
 * @param lines how many lines were looked at
 * @param brokenLine the first broken line, 0 if none is
 * @param problem what is wrong with it, blank if nothing is
 * @param sum the checksum of the last sound line; noted elsewhere, it proves later that nothing before it was changed
 */
public record Verification(int transactions, long lines, long brokenLine, String problem, String sum) {
    /** Whether no line is broken. */
    public boolean ok() {
        return brokenLine == 0;
    }
}
