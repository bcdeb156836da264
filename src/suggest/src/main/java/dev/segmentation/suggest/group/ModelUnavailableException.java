package dev.segmentation.suggest.group;

/** A model cannot run here; the message says why and what to do. Work can go on without it. */
public final class ModelUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
