package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.DecisionInfo;
import dev.segmentation.service.DecisionService;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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

/** {@code /api/decisions}: what people decide about masters; each master has at most one decision by hand. */
@Path("/api/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What people decide; every change is journaled and can be taken back.")
public class DecisionsResource {
    private static final String EXAMPLE =
            "{\"group\": \"Construction\", \"detail\": \"Roofing\", \"naics\": \"238160\", \"reason\": \"their website\"}";
    private static final String EXAMPLE_OF_MASTER =
            "{\"master\": \"MABCDEFGHIJ\", \"group\": \"Construction\", \"reason\": \"their website\"}";

    private final Segmentation segmentation;
    private final Actor actor;

    DecisionsResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** What somebody decides, and about whom; the fields are those of a {@link DecisionPatch}. */
    public record OfMaster(
            String master,
            String group,
            String detail,
            String naics,
            String supportCategory,
            String website,
            String status,
            String reason) {}

    /** A decision that stands, and the change that made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionChange")
    public record Answer(
            @Schema(description = "The decision as it is now; absent if it was withdrawn.") DecisionInfo decision,
            @Schema(required = true) ChangeReceipt change) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listDecisions",
            summary =
                    "Decisions about masters by hand and of batches, in order of the file, with whether the run shows them.")
    public Page<DecisionInfo> all(@BeanParam DecisionQuery query, @BeanParam PageQuery page) {
        return Page.of(service().decisions().stream().filter(query::fits).toList(), page);
    }

    @GET
    @Path("/{master}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readDecision", summary = "The decision about a master; its ETag allows to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            content = @Content(schema = @Schema(implementation = DecisionInfo.class)))
    public Response about(
            @PathParam("master") String master,
            @QueryParam("source")
                    @DefaultValue(MasterDecision.MANUAL)
                    @Parameter(description = "Manual, or the name of a batch.")
                    String source) {
        DecisionInfo one = service().decision(master, source).orElseThrow(() -> Problem.of(
                        404, "No such decision", "There is no decision of " + source + " about that master.")
                .failure());
        return Response.ok(one).tag(one.etag()).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "createDecision", summary = "Decides about a master about which nobody decided by hand.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "DecisionOfMaster"),
                            examples = @ExampleObject(name = "construction", value = EXAMPLE_OF_MASTER)))
    @APIResponse(
            responseCode = "201",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "There is one already; the problem tells it as present.")
    public Response create(OfMaster said) {
        if (said == null || said.master() == null) {
            throw new IllegalArgumentException("master is the id of the master that the decision is about.");
        }
        DecisionPatch patch = new DecisionPatch(
                said.group(),
                said.detail(),
                said.naics(),
                said.supportCategory(),
                said.website(),
                said.status(),
                said.reason());
        return decide(said.master(), old -> patch, Expected.NOTHING);
    }

    @PUT
    @Path("/{master}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "putDecision",
            summary = "Decides about a master: anew with If-Match, for the first time with If-None-Match: *.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "DecisionWords"),
                            examples = @ExampleObject(name = "construction", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The same, for the first time.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response put(
            @PathParam("master") String master,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description = "The ETag of the decision, as you saw it.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.FILLED))
                    String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(
                            description = "* for the first decision; goes without If-Match.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "*"))
                    String ifNoneMatch,
            DecisionPatch said) {
        present(said, "Send what is decided, such as {\"group\": \"Construction\"}.");
        return decide(master, old -> said, IfMatch.either(ifMatch, ifNoneMatch));
    }

    private static void present(DecisionPatch said, String advice) {
        if (said == null) {
            throw new IllegalArgumentException(advice);
        }
    }

    @PATCH
    @Path("/{master}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "changeDecision", summary = "Changes what is named of a decision; the rest stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "DecisionPart"),
                            examples = @ExampleObject(name = "final", value = "{\"status\": \"Final\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response change(@PathParam("master") String master, @BeanParam IfMatch ifMatch, DecisionPatch said) {
        present(said, "Send what is to be changed, such as {\"status\": \"Draft\"}.");
        return decide(master, said::over, ifMatch.expected());
    }

    private Response decide(String master, Function<MasterDecision, DecisionPatch> said, Expected expected) {
        if (!service().knows(master)) {
            throw Problem.of(404, "No such decision", "No present master has that id. Take it from /api/masters.")
                    .failure();
        }
        DecisionService.Changed<DecisionInfo> changed = service().decide(master, said, expected, actor.author());
        segmentation.changed("decide", changed.receipt().changes().size());
        Answer answer = new Answer(changed.now(), ChangeReceipt.of(changed.receipt()));
        Response.ResponseBuilder done = expected.absent()
                ? Response.created(UriBuilder.fromPath("/api/decisions/{id}").build(master))
                : Response.ok();
        return done.entity(answer).tag(changed.now().etag()).build();
    }

    @DELETE
    @Path("/{master}")
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "withdrawDecision",
            summary = "Withdraws what was decided by hand; batches and rules decide again.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response withdraw(@PathParam("master") String master, @BeanParam IfMatch ifMatch) {
        DecisionService.Changed<DecisionInfo> gone = service().withdraw(master, ifMatch.expected(), actor.author());
        segmentation.changed("withdraw", gone.receipt().changes().size());
        return Response.ok(new Answer(null, ChangeReceipt.of(gone.receipt()))).build();
    }

    private DecisionService service() {
        return segmentation.service().decisions();
    }
}
