package dev.segmentation.rest.decision;

import dev.segmentation.decision.DecisionBook;
import dev.segmentation.decision.ShownDecision;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.Tagged;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.DecisionDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/decisions}: what people decided about masters; each master has at most one decision by hand. */
@Path("/api/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What people decide; every change is journaled and can be taken back.")
public class DecisionsResource {
    private final Segmentation segmentation;

    DecisionsResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** Decisions. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listDecisions",
            summary =
                    "Decisions about masters by hand and of batches, in order of the file, with whether the run shows them.")
    public Page<DecisionInfo> list(@BeanParam DecisionQuery query, @BeanParam PageQuery page) {
        Optional<CurrentRun> run = segmentation.service().current();
        Page<ShownDecision> part =
                Page.of(desk().decisions().stream().filter(query::fits).toList(), page);
        return new Page<>(
                part.total(),
                part.offset(),
                part.items().stream().map(one -> DecisionInfo.of(one, run)).toList());
    }

    /** One decision. */
    @GET
    @Path("/{master}")
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readDecision", summary = "The decision about a master; its ETag allows to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            content = @Content(schema = @Schema(implementation = DecisionInfo.class)))
    public Response read(
            @PathParam("master") String master,
            @QueryParam("source")
                    @DefaultValue(DecisionBook.MANUAL)
                    @Parameter(description = "Manual, or the name of a batch.")
                    String source) {
        ShownDecision one = desk().decision(master, source).orElseThrow(() -> Problem.of(
                        404, "No such decision", "There is no decision of " + source + " about that master.")
                .failure());
        return Tagged.ok(DecisionInfo.of(one, segmentation.service().current()), one.tag());
    }

    private DecisionDesk desk() {
        return segmentation.service().decisions();
    }
}
