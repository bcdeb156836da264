package dev.segmentation.run;

/** How much of the way a run goes. */
public enum RunScope {
    /** Dedupe and classify. */
    ALL,
    /** From the customer list to the master map and its log. */
    DEDUPE,
    /** From the master map of the last run to the segmentation. */
    CLASSIFY
}
