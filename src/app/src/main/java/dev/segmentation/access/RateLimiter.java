package dev.segmentation.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits failed attempts by a key, such as an address. A key may fail so often at once; after that it gains one attempt for
 * each part of the window. The keys seen last are remembered, and no more of them than fit.
 */
final class RateLimiter {
    private static final int GROUPS = 4;

    private final Bandwidth limit;
    private final TimeMeter meter;
    private final Map<String, Bucket> buckets;

    /**
     * Limits nobody yet.
     *
     * @param most failures within the window
     * @param window how long until all of them are forgotten
     * @param keys how many keys are remembered
     */
    RateLimiter(int most, Duration window, int keys, Clock clock) {
        this.limit = Bandwidth.builder()
                .capacity(most)
                .refillGreedy(most, Duration.ofNanos(Math.max(most, window.toNanos())))
                .build();
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return now.getEpochSecond() * 1_000_000_000L + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /** Takes an attempt before it is known how it ends, so that many at once do not pass. Tells how long to wait; zero if it may. */
    synchronized Duration take(String key) {
        Bucket bucket = buckets.computeIfAbsent(key, fresh -> Bucket.builder()
                .addLimit(limit)
                .withCustomTimePrecision(meter)
                .build());
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Gives an attempt back, for it was none. */
    synchronized void giveBack(String key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    synchronized int keys() {
        return buckets.size();
    }

    /** What counts as one address: of IPv6 the network, for whoever has one address of it has them all. */
    static String network(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (address.indexOf(':') < 0) {
            return address;
        }
        int gap = address.indexOf("::");
        String head = gap < 0 ? address : address.substring(0, gap);
        String[] groups = head.isEmpty() ? new String[0] : head.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            String group = i < groups.length ? groups[i] : "0";
            network.append(group.replaceFirst("^0+(?=.)", "")).append(':');
        }
        // an IPv4 address within IPv6 is one of its own
        return address.indexOf('.') < 0 ? network.toString() : address.substring(address.lastIndexOf(':') + 1);
    }
}
