package dev.segmentation.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS with the methods of the document; the framework would name those of the whole class. */
final class OptionsFilter {
    private final AllowedMethods methods;

    OptionsFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    Response options(ContainerRequestContext request) {
        String allowed = methods.of(request.getUriInfo().getPath());
        return request.getMethod().equals("OPTIONS") && !allowed.isEmpty()
                ? Response.noContent().header(HttpHeaders.ALLOW, allowed).build()
                : null;
    }
}
