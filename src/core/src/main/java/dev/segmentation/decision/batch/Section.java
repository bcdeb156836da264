package dev.segmentation.decision.batch;

/**
 * Where in a batch a row stands.
 *
 * @param heading the nearest heading, blank if there is none
 * @param meaning what it and those above it say
 */
record Section(String heading, BatchHeadings.Meaning meaning) {
    /** Before any heading. */
    static final Section START = new Section("", BatchHeadings.Meaning.OPEN);
}
