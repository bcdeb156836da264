package dev.segmentation.suggest.network;

import dev.segmentation.suggest.network.Exchange.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
    public static final String CONTACT = "SEGMENTER_CONTACT";

    private static final int SHOWN = 200;
    private static final int LONGEST_CONTACT = 100;
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Limits limits;
    private final Map<String, String> headers;
    private final Lookup lookup;
    private final Exchange exchange;
    private final Pace pace;

    PublicWeb(String agent, Limits limits, Guard guard, Map<String, String> headers, Network network) {
        this.limits = limits;
        this.headers = Map.copyOf(headers);
        this.lookup = new Lookup(network, guard);
        this.exchange = new Exchange(network, agent, limits.bytes());
        this.pace = new Pace(limits, network.time());
    }

    /**
     * How the program introduces itself to servers, so that their owners know whom to write to: the text for
     * {@code User-Agent}.
     *
     * @param version version of this product
     * @param environment the variables of the process
     */
    public static String agent(String version, Map<String, String> environment) {
        String contact = environment
                .getOrDefault(CONTACT, "")
                .replaceAll("[^\\x21-\\x27\\x2A-\\x7E]+", " ")
                .strip();
        String shown = contact.substring(0, Math.min(LONGEST_CONTACT, contact.length()));
        return "segmenter/" + version + (shown.isEmpty() ? " (customer segmentation)" : " (" + shown + ")");
    }

    /**
     * The public web.
     *
     * @param agent how the program introduces itself, see {@link #agent}
     * @param limits bounds and pace
     */
    public PublicWeb(String agent, Limits limits) {
        this(agent, limits, Guard.PUBLIC, Map.of(), Network.real());
    }

    /**
     * One server that the operator has set up, which may stand in a private network; nothing else is asked, and redirects are
     * not followed.
     *
     * @param agent how the program introduces itself
     * @param limits bounds and pace
     * @param endpoint an address of that server
     * @param headers what it wants to be sent, such as a key
     */
    public static PublicWeb only(String agent, Limits limits, URI endpoint, Map<String, String> headers) {
        return new PublicWeb(agent, limits.withoutRedirects(), Guard.only(endpoint), headers, Network.real());
    }

    @Override
    public Answer get(URI address) throws IOException {
        for (int attempt = 0; ; attempt++) {
            pace.await(host(address));
            Reached reached = follow(address);
            Optional<Duration> wait = retryAfter(reached.reply(), attempt);
            if (wait.isEmpty()) {
                return reached.answer();
            }
            pace.sleep(wait.get());
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

    private Reached follow(URI start) throws IOException {
        Deadline deadline = new Deadline(limits.time());
        URI at = start;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Reply reply = ask(at, deadline);
            if (!REDIRECTS.contains(reply.status()) || reply.location().isBlank()) {
                return new Reached(at, reply);
            }
            at = Guard.redirect(at, reply.location());
            if (hop < limits.redirects()) {
                deadline.later(pace.await(host(at)));
            }
        }
        throw new IOException(shown(start) + " leads on and on: more than " + limits.redirects() + " redirects.");
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    }

    private Reply ask(URI at, Deadline deadline) throws IOException {
        var machines = lookup.machines(at, deadline);
        try {
            Reply reply = exchange.get(at, machines, headers, deadline);
            lookup.reached();
            return reply;
        } catch (ConnectTimeoutException | ConnectException | NoRouteToHostException e) {
            lookup.failed(e);
            throw e;
        }
    }

    /** An address for messages: in ASCII and not too long. */
    static String shown(URI address) {
        String text = address.toASCIIString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private record Reached(URI address, Reply reply) {
        Answer answer() {
            String type = List.of(reply.contentType().split(";", 2)).get(0);
            return new Answer(address, reply.status(), type.strip().toLowerCase(Locale.ROOT), reply.body());
        }
    }
}
