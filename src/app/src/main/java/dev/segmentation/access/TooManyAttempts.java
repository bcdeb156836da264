package dev.segmentation.access;

import java.time.Duration;

/** Somebody guesses, or is taken for one who does. */
public final class TooManyAttempts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many failed attempts to sign on from this address or under this name.", null, false, false);
        this.wait = wait;
    }

    /** In how many seconds the next attempt may be made, at least 1. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
