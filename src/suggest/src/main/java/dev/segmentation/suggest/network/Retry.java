package dev.segmentation.suggest.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** Whether and when a server that is overloaded is asked again. */
final class Retry {
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Limits limits;

    Retry(Limits limits) {
        this.limits = limits;
    }

    /** How long to wait before the server is asked again; empty if this answer stands. */
    Optional<Duration> after(Exchange.Reply reply, int attempt) {
        if (!OVERLOADED.contains(reply.status()) || attempt >= limits.retries()) {
            return Optional.empty();
        }
        Duration wait = asked(reply.retryAfter().strip()).orElse(FIRST.multipliedBy(1L << attempt));
        return wait.compareTo(limits.retryWait()) > 0 ? Optional.empty() : Optional.of(wait);
    }

    /** What {@code Retry-After} asks for: seconds or a date. */
    private static Optional<Duration> asked(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            Duration wait = Duration.between(Instant.now(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
