package dev.segmentation.csv;

/** A file as a whole cannot be read as the table it should be; the message names file and remedy. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message for people. */
    public TableException(String message) {
        super(message);
    }

    /** With the message for people and the fault beneath. */
    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
