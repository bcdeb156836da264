package dev.segmentation.table;

/** A file as a whole cannot be read as the table it should be; the message names file and remedy. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RowError fault;

    /** With the message for people. */
    public TableException(String message) {
        this(message, (Throwable) null);
    }

    /** With the message for people and the fault beneath. */
    public TableException(String message, Throwable cause) {
        super(message, cause);
        this.fault = null;
    }

    /** With the message for people, and the place in the file where the trouble shows. */
    public TableException(String message, RowError fault) {
        super(message);
        this.fault = fault;
    }

    /** What is wrong, as a problem of that file. */
    public RowError fault(String file) {
        return fault != null ? fault : new RowError(file, 0, "", "", stripped(getMessage()), "", "unreadable");
    }

    /** The problem of a finding bears no full stop. */
    private static String stripped(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
