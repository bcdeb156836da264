package dev.segmentation.access;

import java.time.Duration;

/**
 * How patient the service is.
 *
 * @param failures failed attempts to sign on from one address within the window; twice as many under one name
 * @param window how long failures are remembered
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends after so long in any case
 */
public record AccessLimits(int failures, Duration window, Duration idle, Duration longest) {
    public AccessLimits {
        if (failures < 1 || !positive(window) || !positive(idle) || !positive(longest)) {
            throw new IllegalArgumentException("limits of sign-on must be greater than zero");
        }
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
