package dev.segmentation.decision.journal;

import dev.segmentation.files.OutputException;

/** Decisions could not be put in place; their whole new content lies in a side file, which the message names. */
public final class PendingChangeException extends OutputException {
    private static final long serialVersionUID = 1L;

    private final transient Receipt receipt;

    PendingChangeException(String message, Receipt receipt) {
        super(message);
        this.receipt = receipt;
    }

    /** What was to be changed, what was written all the same, and the side file. */
    public Receipt receipt() {
        return receipt;
    }
}
