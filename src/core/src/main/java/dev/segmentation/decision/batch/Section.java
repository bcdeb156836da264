package dev.segmentation.decision.batch;

/** Where in a batch a row stands. */
record Section(String heading, BatchHeadings.Meaning meaning) {
    /** Before any heading. */
    static final Section START = new Section("", BatchHeadings.Meaning.OPEN);
}
