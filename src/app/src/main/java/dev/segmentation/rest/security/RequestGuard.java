package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import dev.segmentation.rest.http.StandardProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
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

    private final AccessConfig config;
    private final Set<String> hosts;
    private final ProblemWriter problems;

    RequestGuard(SegmentationConfig config, ProblemWriter problems) {
        this.config = config.access();
        this.hosts = this.config.hosts().orElse(List.of()).stream()
                .map(HostName::of)
                .collect(Collectors.toUnmodifiableSet());
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_SIGN_ON);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        SecurityHeaders.add(context);
        Optional<Problem> refused = host(request).or(() -> origin(request)).or(() -> size(request));
        if (refused.isEmpty()) {
            context.next();
            return;
        }
        // what is still to come of the body is not read
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        problems.send(context, refused.get());
    }

    private Optional<Problem> host(HttpServerRequest request) {
        String host = HostName.of(authority(request));
        boolean ours =
                request.headers().getAll(HttpHeaders.HOST).size() <= 1 && (Loopback.name(host) || hosts.contains(host));
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
        String site = request.getHeader(Challenge.FETCH_SITE);
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
        return HostName.ofOrigin(origin).equals(HostName.plain(authority(request), tls));
    }

    private Optional<Problem> size(HttpServerRequest request) {
        boolean large = BodySize.said(request) > BodySize.most(request, config);
        return large ? Optional.of(StandardProblems.of(413)) : Optional.empty();
    }

    private static Optional<Problem> refused(String title, String detail) {
        return Optional.of(Problem.of(403, title, detail));
    }
}
