package dev.segmentation.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers only requests that name this machine: a web page that a browser on this machine shows must not reach the
 * service, neither by a host name of its own that points here nor as another origin.
 */
final class HostGuard {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    @ServerRequestFilter(preMatching = true)
    Response check(ContainerRequestContext request) {
        String host = request.getUriInfo().getRequestUri().getHost();
        String origin = request.getHeaderString("Origin");
        if (host != null && LOCAL.contains(host.toLowerCase(Locale.ROOT)) && (origin == null || local(origin))) {
            return null;
        }
        return ErrorMappers.problem(
                "Not from this machine",
                403,
                "The service answers this machine alone; call it as 127.0.0.1 or localhost.");
    }

    private static boolean local(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null && LOCAL.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
