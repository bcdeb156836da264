package dev.segmentation.suggest.network;

import java.time.Duration;

/**
 * How much may be asked of the network, and how much it may cost.
 *
 * @param bytes how much of a body is read, counted after it was unpacked; the rest is cut off
 * @param time how long one answer may take on the clock, redirects included, waiting out of politeness not
 * @param retryWait the longest wait that a server may ask for; a server that asks for more is not asked again
 */
public record Limits(
        int bytes, Duration time, int redirects, int retries, Duration retryWait, Duration pause, Duration hostPause) {

    /** For pages of strangers. */
    public static final Limits PAGES = new Limits(
            1_000_000, Duration.ofSeconds(10), 5, 2, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(1));

    /** For services that answer with data, which may be long, such as Wikidata. */
    public static final Limits DATA = PAGES.withBytes(8_000_000);

    /** Refuses limits under which nothing would work. */
    public Limits {
        if (bytes < 1 || time.isNegative() || time.isZero() || redirects < 0 || retries < 0) {
            throw new IllegalArgumentException("limits below one: " + bytes + " bytes, " + time);
        }
    }

    Limits withBytes(int most) {
        return new Limits(most, time, redirects, retries, retryWait, pause, hostPause);
    }

    /** These limits with another time for an answer. */
    public Limits withTime(Duration most) {
        return new Limits(bytes, most, redirects, retries, retryWait, pause, hostPause);
    }

    /** These limits with that pause between requests; no pause to one host is shorter. */
    public Limits withPause(Duration least) {
        Duration same = hostPause.compareTo(least) < 0 ? least : hostPause;
        return new Limits(bytes, time, redirects, retries, retryWait, least, same);
    }

    Limits withoutRedirects() {
        return new Limits(bytes, time, 0, retries, retryWait, pause, hostPause);
    }
}
