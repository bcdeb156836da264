package dev.segmentation.decision;

import java.util.Optional;

/** Something is not any more in the state in which somebody wanted to change it; nothing was changed. */
public final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> tag;
    private final transient Object present;

    /** With the message for people, and the thing as it is. */
    public StaleException(String message, Optional<String> tag, Object present) {
        super(message);
        this.tag = tag;
        this.present = present;
    }

    /** The tag that it has now; empty if it is not there. */
    public Optional<String> tag() {
        return tag;
    }

    /** It as it is; empty if it is not there. */
    public Optional<Object> present() {
        return Optional.ofNullable(present);
    }
}
