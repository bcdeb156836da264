package dev.segmentation.rest.run;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.GroupChanges;
import dev.segmentation.service.Job;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/reclassifications}: classify all masters anew, after a rule or a decision changed. */
@Path("/api/reclassifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class ReclassificationResource {
    private static final int MOST = 1000;

    private final Segmentation segmentation;
    private final Actor actor;

    ReclassificationResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** What to tell about. */
    @Schema(name = "ReclassificationRequest")
    public record Request(
            @Schema(
                            nullable = true,
                            description =
                                    "Master ids to tell about; all if none are given. All are classified in any case,"
                                            + " so that a run never mixes two states of the rules.",
                            maxItems = MOST)
                    List<String> masters) {}

    /** What a reclassification changed. */
    @Schema(name = "Reclassification")
    public record Answer(
            String runId,
            String formerRunId,
            int masters,
            int changed,
            List<GroupChanges.ReclassifiedMove> moves,
            Page<GroupChanges.Reclassified> flips) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "reclassify",
            summary = "Reads rules and decisions anew and classifies all masters, without linking customers again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "all", value = "{}")))
    @APIResponse(
            responseCode = "202",
            description = "The job. Once it is done, GET /api/reclassifications/{id} tells what changed.",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response start(Request request) {
        QueryParams.requireBody(request, "{}");
        List<String> only = request.masters() == null ? List.of() : request.masters();
        if (only.size() > MOST) {
            throw new IllegalArgumentException(
                    "At most " + MOST + " masters may be listed; leave them out to be told about all.");
        }
        CurrentRun run = only.isEmpty() ? null : segmentation.run();
        for (String id : only) {
            if (id == null || run.master(id).isEmpty()) {
                return Problem.of(404, "No such master", "No master of the present run has the id \"" + id + "\".")
                        .response();
            }
        }
        return RunsResource.accepted(segmentation.service().reclassify(Set.copyOf(only), actor.name()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readReclassification", summary = "What a reclassification that is done has changed.")
    @APIResponse(
            responseCode = "200",
            description = "Moves between groups, and the masters that changed with both reasons.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response read(@PathParam("id") String id, @BeanParam PageQuery page) {
        Object result = segmentation
                .service()
                .jobs()
                .find(id)
                .map(job -> job.view().result())
                .orElse(null);
        if (!(result instanceof GroupChanges changes)) {
            return Problem.of(
                            404,
                            "No such reclassification",
                            "No reclassification that is done has this id; GET /api/runs/{id} tells of one that goes on.")
                    .response();
        }
        return Response.ok(new Answer(
                        changes.runId(),
                        changes.formerRunId(),
                        changes.looked(),
                        changes.changed(),
                        changes.moves(),
                        Page.of(changes.flips(), page)))
                .build();
    }
}
