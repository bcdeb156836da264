package dev.segmentation.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed attempts by a key, such as an address. A key may fail so often at once; after that it gains one attempt for
 * each part of the window. The keys seen last are remembered, and no more of them than fit.
 */
final class Attempts {
    private final int most;
    private final long partNanos;
    private final Clock clock;
    private final Map<String, Instant> full;

    /**
     * Counts.
     *
     * @param most failures within the window
     * @param window how long until all of them are forgotten
     * @param keys how many keys are remembered
     */
    Attempts(int most, Duration window, int keys, Clock clock) {
        this.most = most;
        this.partNanos = Math.max(1, window.toNanos() / most);
        this.clock = clock;
        this.full = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > keys;
            }
        };
    }

    /** Takes an attempt before it is known how it ends, so that many at once do not pass. Tells how long to wait; zero if it may. */
    synchronized Duration take(String key) {
        Instant now = clock.instant();
        Instant free = full.getOrDefault(key, now);
        Instant start = free.isBefore(now) ? now : free;
        Instant next = start.plusNanos(partNanos);
        Duration wait = Duration.between(now.plusNanos(partNanos * most), next);
        if (!wait.isNegative() && !wait.isZero()) {
            return wait;
        }
        full.put(key, next);
        return Duration.ZERO;
    }

    /** Gives an attempt back, for it was none. */
    synchronized void giveBack(String key) {
        full.computeIfPresent(key, (same, free) -> free.minusNanos(partNanos));
    }

    synchronized int keys() {
        return full.size();
    }
}
