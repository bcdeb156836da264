package dev.segmentation.rest.security;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Headers that keep browsers from doing with an answer what it is not meant for. What a resource sets itself stays. */
final class SecurityHeaders {
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void add(RoutingContext context) {
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
}
