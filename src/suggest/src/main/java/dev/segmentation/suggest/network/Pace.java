package dev.segmentation.suggest.network;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Keeps requests apart, all of them a little and those to one host more. */
final class Pace {
    private final Network.Time time;
    private final long pause;
    private final long hostPause;
    private final Map<String, Long> free = new HashMap<>();
    private long anyFree;

    Pace(Limits limits, Network.Time time) {
        this.time = time;
        this.pause = limits.pause().toNanos();
        this.hostPause = limits.hostPause().toNanos();
        this.anyFree = time.nanos();
    }

    /** Waits until that host may be asked again, and says how long that took. */
    Duration await(String host) throws InterruptedIOException {
        Duration wait = Duration.ofNanos(turn(host));
        sleep(wait);
        return wait;
    }

    /** How long to wait for the next turn, which is taken by asking. */
    private synchronized long turn(String host) {
        long now = time.nanos();
        long start = now + Math.max(0, Math.max(anyFree - now, free.getOrDefault(host, now) - now));
        anyFree = start + pause;
        free.put(host, start + hostPause);
        return start - now;
    }

    /** Waits; being interrupted ends the request. */
    void sleep(Duration duration) throws InterruptedIOException {
        if (duration.isZero()) {
            return;
        }
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
