package dev.segmentation.rest.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Hosts, origins and the cookie of a session as headers write them, and what counts as this machine. */
final class RequestHeaders {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String COOKIE = "segmenter";
    /** Over TLS this name keeps other hosts and plain HTTP from setting the cookie. */
    private static final String SECURE_COOKIE = "__Host-segmenter";

    private RequestHeaders() {}

    /** The name of a host without its port, in lower case; empty if there is none. */
    static String host(String header) {
        if (header == null) {
            return "";
        }
        String host = header.strip().toLowerCase(Locale.ROOT);
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return end <= 0 ? host : host.substring(0, end);
    }

    /** Whether an origin is that host, as the header Host writes it; either may write out a default port. */
    static boolean isOrigin(String origin, String host) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        int start = lower.indexOf("://");
        String hostOfOrigin = start < 0 ? "" : lower.substring(start + 3);
        String port = lower.startsWith("https") ? ":443" : ":80";
        return withoutPort(hostOfOrigin, port).equals(withoutPort(host.strip().toLowerCase(Locale.ROOT), port));
    }

    private static String withoutPort(String host, String port) {
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }

    static boolean isLoopbackName(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing but this machine reaches an address that is bound. */
    static boolean isLoopbackAddress(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether the browser speaks TLS, to us or to a trusted proxy. */
    static boolean isTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }

    static Optional<String> sessionSecret(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(cookieName(request))).map(Cookie::getValue);
    }

    static NewCookie sessionCookie(HttpServerRequest request, String secret, int seconds) {
        return new NewCookie.Builder(cookieName(request))
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure(isTls(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }

    private static String cookieName(HttpServerRequest request) {
        return isTls(request) ? SECURE_COOKIE : COOKIE;
    }
}
