package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses requests that a web page of somebody else has a browser send: under a host name of its own that points here, or from
 * another origin. Does so before anybody signs on, for browsers add cookies and passwords by themselves. After sign-on it takes
 * in the whole body before a thread is spent on a request, for threads that wait for bodies which never end would keep everybody
 * else out; whoever has not signed on may send as much as signing on needs.
 */
@Singleton
final class RequestGuard {
    private static final int BEFORE_SIGN_ON = 1_000;
    private static final int AFTER_SIGN_ON = 50;
    private static final long MAX_BODY_OF_STRANGERS = 16L << 10;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final AccessConfig config;
    private final Set<String> hosts;
    private final SignOn signOn;
    private final ProblemWriter problems;

    RequestGuard(SegmentationConfig config, SignOn signOn, ProblemWriter problems) {
        this.config = config.access();
        this.hosts = this.config.hosts().orElse(List.of()).stream()
                .map(RequestHeaders::host)
                .collect(Collectors.toUnmodifiableSet());
        this.signOn = signOn;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_SIGN_ON);
        filters.register(this::takeBody, AFTER_SIGN_ON);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        addHeaders(context);
        Problem refusal = null;
        if (!isOurHost(request)) {
            refusal = Problem.of(
                    403,
                    "Host not known",
                    "The service is not called by that name. The operator sets SEGMENTER_HOSTS.");
        } else if (isForeign(request)) {
            refusal = Problem.of(403, "Another origin", "Only pages of the service itself may send this request.");
        } else if (bodyLength(request) > maxBody(request)) {
            refusal = Problem.of(413);
        }
        if (refusal == null) {
            context.next();
            return;
        }
        // what is still to come of the body is not read
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        problems.send(context, refusal);
    }

    /** Headers that keep browsers from doing with an answer what it is not meant for. What a resource sets itself stays. */
    private static void addHeaders(RoutingContext context) {
        boolean tls = RequestHeaders.isTls(context.request());
        String path = context.request().path();
        boolean data = path.startsWith("/api") || path.startsWith("/q/");
        context.addHeadersEndHandler(end -> {
            MultiMap headers = context.response().headers();
            put(headers, "Content-Security-Policy", data ? DATA : PAGES);
            put(headers, "X-Content-Type-Options", "nosniff");
            put(headers, "X-Frame-Options", "DENY");
            put(headers, "Referrer-Policy", "no-referrer");
            put(headers, "Cross-Origin-Resource-Policy", "same-origin");
            if (data) {
                put(headers, "Cache-Control", "no-store");
            }
            if (tls) {
                put(headers, "Strict-Transport-Security", "max-age=31536000");
            }
        });
    }

    private static void put(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private boolean isOurHost(HttpServerRequest request) {
        String host = RequestHeaders.host(authority(request));
        return request.headers().getAll(HttpHeaders.HOST).size() <= 1
                && (RequestHeaders.isLoopbackName(host) || hosts.contains(host));
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }

    private static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOwnOrigin(origin, request)) {
            return true;
        }
        if (SAFE.contains(request.method().name())) {
            return false;
        }
        String site = request.getHeader(SignOn.FETCH_SITE);
        // a browser that sends a cookie along says where the request comes from; what says nothing is not trusted
        return site == null
                ? origin == null && RequestHeaders.sessionSecret(request).isPresent()
                : FOREIGN.contains(site.toLowerCase(Locale.ROOT));
    }

    private static boolean isOwnOrigin(String origin, HttpServerRequest request) {
        boolean tls = origin.toLowerCase(Locale.ROOT).startsWith("https:");
        if (!tls && "https".equals(request.scheme())) {
            return false; // whoever is on the way may have written a page that came without TLS
        }
        return RequestHeaders.isOrigin(origin, authority(request));
    }

    private void takeBody(RoutingContext context) {
        long length = bodyLength(context.request());
        boolean stranger = !(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
        if (length == 0) {
            context.next();
        } else if (stranger && length > MAX_BODY_OF_STRANGERS) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.response().putHeader("WWW-Authenticate", signOn.challenge(context));
            problems.send(context, Problem.of(401));
        } else {
            long most = stranger ? MAX_BODY_OF_STRANGERS : maxBody(context.request());
            BodyHandler.create(false).setBodyLimit(most).handle(context);
        }
    }

    /** Bytes that the headers tell of; 0 if there is no body, negative if they do not tell. */
    private static long bodyLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}")) {
            return Long.parseLong(length);
        }
        boolean none = request.version() == HttpVersion.HTTP_2
                ? request.isEnded()
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        return none ? 0 : -1;
    }

    /** The largest body that is taken; what is no JSON is an upload. */
    private long maxBody(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean upload = type != null && !type.toLowerCase(Locale.ROOT).contains("json");
        return (upload ? config.maxUpload() : config.maxBody()).asLongValue();
    }
}
