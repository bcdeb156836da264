package dev.segmentation.rest.decision;

import dev.segmentation.decision.Expected;
import dev.segmentation.decision.ManualDecision;
import dev.segmentation.decision.ShownDecision;
import dev.segmentation.rest.Forms;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.ServiceMetrics;
import dev.segmentation.rest.Tagged;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.DecisionDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people decide about masters, and withdraw. */
@Path("/api/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecidingResource {
    private static final String EXAMPLE =
            "{\"group\": \"Construction\", \"detail\": \"Roofing\", \"naics\": \"238160\", \"reason\": \"their website\"}";

    private final Segmentation segmentation;
    private final Actor actor;
    private final ServiceMetrics metrics;

    DecidingResource(Segmentation segmentation, Actor actor, ServiceMetrics metrics) {
        this.segmentation = segmentation;
        this.actor = actor;
        this.metrics = metrics;
    }

    /** Decides where nobody did. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "createDecision", summary = "Decides about a master about which nobody decided by hand.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionOfMaster.class),
                            examples =
                                    @ExampleObject(
                                            name = "construction",
                                            value =
                                                    "{\"master\": \"MABCDEFGHIJ\", \"group\": \"Construction\", \"reason\": \"their website\"}")))
    @APIResponse(
            responseCode = "201",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = DecisionChange.class)))
    @APIResponse(responseCode = "409", description = "There is one already; the problem tells it as present.")
    public Response create(DecisionOfMaster said) {
        if (said == null || said.master() == null) {
            throw new IllegalArgumentException("master is the id of the master that the decision is about.");
        }
        return decide(said.master(), said.words()::decision, Expected.NOTHING);
    }

    /** Decides, or decides anew. */
    @PUT
    @Path("/{master}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "putDecision",
            summary = "Decides about a master: anew with If-Match, for the first time with If-None-Match: *.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionWords.class),
                            examples = @ExampleObject(name = "construction", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = DecisionChange.class)))
    @APIResponse(
            responseCode = "201",
            description = "The same, for the first time.",
            content = @Content(schema = @Schema(implementation = DecisionChange.class)))
    public Response put(
            @PathParam("master") String master,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description = "The ETag of the decision, as you saw it.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Forms.FILLED))
                    String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(
                            description = "* for the first decision; goes without If-Match.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "*"))
                    String ifNoneMatch,
            DecisionWords said) {
        return decide(master, DecisionWords.of(said)::decision, IfMatch.either(ifMatch, ifNoneMatch));
    }

    /** Changes a decision in part. */
    @PATCH
    @Path("/{master}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "changeDecision", summary = "Changes what is named of a decision; the rest stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionPart.class),
                            examples = @ExampleObject(name = "final", value = "{\"status\": \"Final\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = DecisionChange.class)))
    public Response change(@PathParam("master") String master, @BeanParam IfMatch ifMatch, DecisionPart said) {
        return decide(master, DecisionPart.of(said)::over, ifMatch.expected());
    }

    private Response decide(String master, Function<Optional<ShownDecision>, ManualDecision> said, Expected expected) {
        if (!desk().knows(master)) {
            throw Problem.of(404, "No such decision", "No present master has that id. Take it from /api/masters.")
                    .failure();
        }
        DecisionDesk.Changed<ShownDecision> changed = desk().decide(master, said, expected, actor.author());
        metrics.changed("decide", changed.receipt().changes().size());
        DecisionChange told = new DecisionChange(
                DecisionInfo.of(changed.now(), segmentation.service().current()), Pending.of(changed.receipt()));
        String tag = changed.now().tag();
        return expected.absent()
                ? Tagged.created(UriBuilder.fromPath("/api/decisions/{id}").build(master), told, tag)
                : Tagged.ok(told, tag);
    }

    /** Withdraws a decision. */
    @DELETE
    @Path("/{master}")
    @Blocking
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "withdrawDecision",
            summary = "Withdraws what was decided by hand; batches and rules decide again.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn.",
            content = @Content(schema = @Schema(implementation = DecisionChange.class)))
    public Response withdraw(@PathParam("master") String master, @BeanParam IfMatch ifMatch) {
        DecisionDesk.Changed<ShownDecision> gone = desk().withdraw(master, ifMatch.expected(), actor.author());
        metrics.changed("withdraw", gone.receipt().changes().size());
        return Response.ok(new DecisionChange(null, Pending.of(gone.receipt()))).build();
    }

    private DecisionDesk desk() {
        return segmentation.service().decisions();
    }
}
