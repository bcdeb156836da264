package dev.segmentation.rest.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The cookie of a session. Over TLS its name keeps other hosts and plain HTTP from setting it. */
final class Cookies {
    private static final String NAME = "segmenter";
    private static final String SECURE_NAME = "__Host-segmenter";

    private Cookies() {}

    /** Whether the browser speaks TLS, to us or to a trusted proxy. */
    static boolean tls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }

    static Optional<String> secret(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request))).map(Cookie::getValue);
    }

    static NewCookie make(HttpServerRequest request, String secret, int seconds) {
        return new NewCookie.Builder(name(request))
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure(tls(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }

    private static String name(HttpServerRequest request) {
        return tls(request) ? SECURE_NAME : NAME;
    }
}
