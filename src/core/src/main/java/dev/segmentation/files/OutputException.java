package dev.segmentation.files;

/** An output cannot be written where it belongs; the former outputs are whole, and the message says what to do. */
public class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message for people. */
    public OutputException(String message) {
        super(message);
    }

    /** With the message for people and the fault beneath. */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
