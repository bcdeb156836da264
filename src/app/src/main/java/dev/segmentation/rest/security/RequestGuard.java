package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses requests that a web page of somebody else has a browser send: under a host name of its own that points here, or from
 * another origin. Does so before anybody signs on, for browsers add cookies and passwords by themselves.
 */
@Singleton
final class RequestGuard {
    private static final int BEFORE_SIGN_ON = 1_000;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final AccessConfig config;
    private final Set<String> hosts;
    private final ProblemWriter problems;

    RequestGuard(SegmentationConfig config, ProblemWriter problems) {
        this.config = config.access();
        this.hosts =
                this.config.hosts().orElse(List.of()).stream().map(Hosts::of).collect(Collectors.toUnmodifiableSet());
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_SIGN_ON);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        addHeaders(context);
        Optional<Problem> refused = host(request).or(() -> origin(request)).or(() -> size(request));
        if (refused.isEmpty()) {
            context.next();
            return;
        }
        // what is still to come of the body is not read
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        problems.send(context, refused.get());
    }

    /** Headers that keep browsers from doing with an answer what it is not meant for. What a resource sets itself stays. */
    private static void addHeaders(RoutingContext context) {
        boolean tls = Cookies.tls(context.request());
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

    private Optional<Problem> host(HttpServerRequest request) {
        String host = Hosts.of(authority(request));
        boolean ours = request.headers().getAll(HttpHeaders.HOST).size() <= 1
                && (Hosts.isLoopbackName(host) || hosts.contains(host));
        return ours
                ? Optional.empty()
                : refused(
                        "Host not known", "The service is not called by that name. The operator sets SEGMENTER_HOSTS.");
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }

    private Optional<Problem> origin(HttpServerRequest request) {
        boolean safe = SAFE.contains(request.method().name());
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String site = request.getHeader(SignOn.FETCH_SITE);
        boolean foreign = origin != null && !own(origin, request);
        boolean sent = !safe && site != null && FOREIGN.contains(site.toLowerCase(Locale.ROOT));
        // a browser that sends a cookie along says where the request comes from; what says nothing is not trusted
        boolean silent = !safe
                && origin == null
                && site == null
                && Cookies.secret(request).isPresent();
        return foreign || sent || silent
                ? refused("Another origin", "Only pages of the service itself may send this request.")
                : Optional.empty();
    }

    private static boolean own(String origin, HttpServerRequest request) {
        boolean tls = origin.toLowerCase(Locale.ROOT).startsWith("https:");
        if (!tls && "https".equals(request.scheme())) {
            return false; // whoever is on the way may have written a page that came without TLS
        }
        return Hosts.ofOrigin(origin).equals(Hosts.plain(authority(request), tls));
    }

    private Optional<Problem> size(HttpServerRequest request) {
        boolean large = BodyReader.said(request) > BodyReader.most(request, config);
        return large ? Optional.of(Problem.of(413)) : Optional.empty();
    }

    private static Optional<Problem> refused(String title, String detail) {
        return Optional.of(Problem.of(403, title, detail));
    }
}
