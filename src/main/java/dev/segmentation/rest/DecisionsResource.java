package dev.segmentation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.run.DecisionBook;
import dev.segmentation.run.Expected;
import dev.segmentation.run.ManualDecision;
import dev.segmentation.run.ShownDecision;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.DecisionDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/decisions}: what people decided about masters; each master has at most one decision by hand. */
@Path("/api/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What people decide; every change is journaled and can be taken back.")
public class DecisionsResource {
    private static final String EXAMPLE =
            "{\"group\": \"Construction\", \"detail\": \"Roofing\", \"naics\": \"238160\", \"reason\": \"their website\"}";

    private final Segmentation segmentation;
    private final Actor actor;
    private final ServiceMetrics metrics;

    DecisionsResource(Segmentation segmentation, Actor actor, ServiceMetrics metrics) {
        this.segmentation = segmentation;
        this.actor = actor;
        this.metrics = metrics;
    }

    /** A decision that stands, and the change that made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionChange")
    public record Answer(
            @Schema(description = "The decision as it is now; absent if it was withdrawn.") DecisionInfo decision,
            @Schema(required = true) Pending change) {}

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
        ShownDecision one = desk().decision(master, source)
                .orElseThrow(() -> none("There is no decision of " + source + " about that master."));
        return Response.ok(DecisionInfo.of(one, segmentation.service().current()))
                .tag(Conditions.header(one.tag()))
                .build();
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
            content = @Content(schema = @Schema(implementation = Answer.class)))
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
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The same, for the first time.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "412", description = "Somebody was faster; the problem tells the present decision.")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match was sent.")
    public Response put(
            @PathParam("master") String master,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            DecisionWords said) {
        return decide(master, DecisionWords.of(said)::decision, Conditions.either(ifMatch, ifNoneMatch));
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
                            schema = @Schema(implementation = DecisionWords.class),
                            examples = @ExampleObject(name = "final", value = "{\"status\": \"Final\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "412", description = "Somebody was faster; the problem tells the present decision.")
    @APIResponse(responseCode = "428", description = "If-Match was not sent.")
    public Response change(
            @PathParam("master") String master, @HeaderParam("If-Match") String ifMatch, DecisionWords said) {
        return decide(master, DecisionWords.of(said)::over, Conditions.match(ifMatch));
    }

    private Response decide(String master, Function<Optional<ShownDecision>, ManualDecision> said, Expected expected) {
        if (!desk().knows(master)) {
            throw none("No present master has that id. Take it from /api/masters.");
        }
        DecisionDesk.Changed<ShownDecision> changed = desk().decide(master, said, expected, actor.author());
        metrics.changed("decide", changed.receipt().changes().size());
        Response.ResponseBuilder answer = expected.absent()
                ? Response.created(UriBuilder.fromPath("/api/decisions/{id}").build(master))
                : Response.ok();
        return answer.entity(new Answer(
                        DecisionInfo.of(changed.now(), segmentation.service().current()),
                        Pending.of(changed.receipt())))
                .tag(Conditions.header(changed.now().tag()))
                .build();
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
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "412", description = "Somebody was faster; the problem tells the present decision.")
    @APIResponse(responseCode = "428", description = "If-Match was not sent.")
    public Response withdraw(@PathParam("master") String master, @HeaderParam("If-Match") String ifMatch) {
        DecisionDesk.Changed<ShownDecision> gone = desk().withdraw(master, Conditions.match(ifMatch), actor.author());
        metrics.changed("withdraw", gone.receipt().changes().size());
        return Response.ok(new Answer(null, Pending.of(gone.receipt()))).build();
    }

    private DecisionDesk desk() {
        return segmentation.service().decisions();
    }

    private static WebApplicationException none(String detail) {
        return new WebApplicationException(
                Problem.of(404, "No such decision", detail).response());
    }
}
