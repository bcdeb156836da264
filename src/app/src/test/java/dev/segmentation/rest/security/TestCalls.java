package dev.segmentation.rest.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Calls that only tests have, and a way to learn whether a call is allowed without making it. */
@Path("/api/test")
public class TestCalls {
    static final String ONLY_ASK = "X-Only-Ask";

    private final Actor actor;

    TestCalls(Actor actor) {
        this.actor = actor;
    }

    /** Comes behind the check of roles; {@code RoleMatrixTest} would notice if it came before. */
    @ServerRequestFilter
    Response stop(ContainerRequestContext request) {
        return request.getHeaderString(ONLY_ASK) == null
                ? null
                : Response.noContent().header(ONLY_ASK, "allowed").build();
    }

    @GET
    @Path("/silent")
    @Operation(hidden = true)
    public String saysNoRole() {
        return "nobody should read this";
    }

    @GET
    @Path("/fault")
    @PermitAll
    @Operation(hidden = true)
    public String fault() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/actor")
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN)
    public String actor() {
        return actor.author().owner() + " from " + actor.author().from();
    }

    @POST
    @Path("/upload")
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.TEXT_PLAIN)
    public int upload(String text) {
        return text.length();
    }
}
