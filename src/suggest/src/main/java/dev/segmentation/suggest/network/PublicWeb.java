package dev.segmentation.suggest.network;

import dev.segmentation.suggest.network.Exchange.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Reads the public web, and only that: each address is checked as it is written, its host is looked up once, every machine
 * found is checked, and the connection goes to one of these and to no other. Redirects go through the same. Sizes and times are
 * bounded, servers are asked at a polite pace.
 */
public final class PublicWeb implements Web {
    /** The variable that holds an address of mail or of the web. */
    private static final String CONTACT = "SEGMENTER_CONTACT";

    private static final int SHOWN = 200;
    private static final int LONGEST_CONTACT = 100;
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Limits limits;
    private final Lookup lookup;
    private final Exchange exchange;
    private final Network.Time time;
    /** From when on a host, and any host, may be asked again. */
    private final Map<String, Long> free = new HashMap<>();

    private long anyFree;

    PublicWeb(String agent, Limits limits, Guard guard, Map<String, String> headers, Network network) {
        this.limits = limits;
        this.lookup = new Lookup(network, guard);
        this.exchange = new Exchange(network, agent, headers, limits.bytes());
        this.time = network.time();
        this.anyFree = time.nanos();
    }

    /**
     * How the program introduces itself to servers, so that their owners know whom to write to: the text for
     * {@code User-Agent}.
     */
    public static String agent(String version, Map<String, String> environment) {
        String contact = environment
                .getOrDefault(CONTACT, "")
                .replaceAll("[^\\x21-\\x27\\x2A-\\x7E]+", " ")
                .strip();
        String shown = contact.substring(0, Math.min(LONGEST_CONTACT, contact.length()));
        return "segmenter/" + version + (shown.isEmpty() ? " (customer segmentation)" : " (" + shown + ")");
    }

    /** The public web. */
    public PublicWeb(String agent, Limits limits) {
        this(agent, limits, Guard.PUBLIC, Map.of(), Network.real());
    }

    /**
     * One server that the operator has set up, which may stand in a private network; nothing else is asked, and redirects are
     * not followed.
     */
    static PublicWeb only(String agent, Limits limits, URI endpoint, Map<String, String> headers) {
        return new PublicWeb(agent, limits.withoutRedirects(), Guard.only(endpoint), headers, Network.real());
    }

    @Override
    public Answer get(URI address) throws IOException {
        for (int attempt = 0; ; attempt++) {
            awaitTurn(address);
            Reply reply = follow(address);
            Optional<Duration> wait = retryAfter(reply, attempt);
            if (wait.isEmpty()) {
                String type = reply.contentType().split(";", 2)[0];
                return new Answer(reply.address(), reply.status(), type.strip().toLowerCase(Locale.ROOT), reply.body());
            }
            sleep(wait.get());
        }
    }

    /** How long to wait before an overloaded server is asked again; empty if this answer stands. */
    private Optional<Duration> retryAfter(Reply reply, int attempt) {
        if (!OVERLOADED.contains(reply.status()) || attempt >= limits.retries()) {
            return Optional.empty();
        }
        Duration wait = asked(reply.retryAfter().strip()).orElse(FIRST_WAIT.multipliedBy(1L << attempt));
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

    private Reply follow(URI start) throws IOException {
        Deadline deadline = new Deadline(limits.time());
        URI at = start;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Reply reply = ask(at, deadline);
            if (!REDIRECTS.contains(reply.status()) || reply.location().isBlank()) {
                return reply;
            }
            at = Guard.redirect(at, reply.location());
            if (hop < limits.redirects()) {
                deadline.later(awaitTurn(at));
            }
        }
        throw new IOException(shown(start) + " leads on and on: more than " + limits.redirects() + " redirects.");
    }

    private Reply ask(URI at, Deadline deadline) throws IOException {
        var machines = lookup.machines(at, deadline);
        try {
            Reply reply = exchange.get(at, machines, deadline);
            lookup.reached();
            return reply;
        } catch (ConnectTimeoutException | ConnectException | NoRouteToHostException e) {
            lookup.failed(e);
            throw e;
        }
    }

    /** Waits until that host may be asked again, and says how long that took. */
    private Duration awaitTurn(URI address) throws InterruptedIOException {
        Duration wait =
                Duration.ofNanos(takeTurn(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT)));
        sleep(wait);
        return wait;
    }

    private synchronized long takeTurn(String host) {
        long now = time.nanos();
        long start = now + Math.max(0, Math.max(anyFree - now, free.getOrDefault(host, now) - now));
        anyFree = start + limits.pause().toNanos();
        free.put(host, start + limits.hostPause().toNanos());
        return start - now;
    }

    private void sleep(Duration wait) throws InterruptedIOException {
        if (wait.isZero()) {
            return;
        }
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** An address for messages: in ASCII and not too long. */
    static String shown(URI address) {
        String text = address.toASCIIString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
