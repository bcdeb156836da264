package dev.segmentation.workspace;

import java.util.Locale;

/** How much of the way a run goes. */
public enum RunScope {
    ALL,
    /** From the customer list to the master map and its log. */
    DEDUPE,
    /** From the master map of the last run to the segmentation. */
    CLASSIFY;

    /** The command that goes so far. */
    public String command() {
        return this == ALL ? "run" : name().toLowerCase(Locale.ROOT);
    }
}
