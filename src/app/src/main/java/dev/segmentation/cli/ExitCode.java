package dev.segmentation.cli;

/** What the exit status means. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, but rows were rejected or a check failed. */
    static final int REJECTED = 1;

    static final int USAGE = 2;
    /** An input is missing or unreadable. */
    static final int INPUT = 3;
    /** An output could not be written where it belongs. */
    static final int OUTPUT = 4;
    /** A fault of ours. */
    static final int FAULT = 70;

    private ExitCode() {}
}
