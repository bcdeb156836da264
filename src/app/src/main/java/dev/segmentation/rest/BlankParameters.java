package dev.segmentation.rest;

import dev.segmentation.rest.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses numbers and words of a list that are sent blank, which the framework would take for not sent: nobody meant that. */
final class BlankParameters {
    private static final Set<String> FORMED = Set.of(
            "limit",
            "offset",
            "count",
            "format",
            "kind",
            "sure",
            "sort",
            "direction",
            "conflict",
            "website",
            "method",
            "confidence",
            "status",
            "group",
            "profile",
            "of",
            "why",
            "dryRun");

    @ServerRequestFilter
    Response refuse(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(one -> FORMED.contains(one.getKey()) && one.getValue().contains(""))
                .findFirst()
                .map(one -> Problem.of(
                                400,
                                "Request not usable",
                                "The parameter " + one.getKey() + " is blank. Give it a value, or leave it out.")
                        .response())
                .orElse(null);
    }
}
