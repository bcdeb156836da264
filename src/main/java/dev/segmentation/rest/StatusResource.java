package dev.segmentation.rest;

import dev.segmentation.insight.Status;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.run.Version;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /api/status}: version, rules in use, the last runs. */
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final Segmentation segmentation;

    StatusResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /**
     * How things stand.
     *
     * @param version of the product
     * @param rules what the rules in use hold
     * @param output the last runs
     */
    public record Answer(String version, String rules, Status.Result output) {}

    /** How things stand. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    public Answer status() {
        return new Answer(
                Version.product(),
                segmentation.service().rules().summary(),
                new Status(segmentation.service().settings().output()).read());
    }
}
