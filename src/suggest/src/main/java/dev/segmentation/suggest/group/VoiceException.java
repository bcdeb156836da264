package dev.segmentation.suggest.group;

/** A voice cannot speak here; the message says why and what to do. Work can go on without it. */
public final class VoiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
