package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.DecisionService;
import dev.segmentation.service.JudgementInfo;
import dev.segmentation.service.JudgementService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/judgements}: which names people merge or keep apart. */
@Path("/api/judgements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class JudgementsResource {
    private final Segmentation segmentation;
    private final Actor actor;

    JudgementsResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** What somebody judges. */
    @Schema(name = "JudgementWords")
    public record Request(
            @Schema(required = true, maxLength = JudgementService.NAME, pattern = Patterns.NAME) String alias,
            @Schema(required = true, maxLength = JudgementService.NAME, pattern = Patterns.NAME) String master,
            @Schema(
                            required = true,
                            enumeration = {"merge", "never"})
                    String judgement,
            @Schema(nullable = true, maxLength = DecisionPatch.REASON, pattern = Patterns.LINE) String reason) {}

    /** A judgement that stands, and the change that made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JudgementChange")
    public record Answer(
            @Schema(description = "The judgement as it is now; absent if it was withdrawn.") JudgementInfo judgement,
            @Schema(required = true) ChangeReceipt change) {}

    /** Judgements. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listJudgements", summary = "Names that people merge or keep apart, in order of the file.")
    public Page<JudgementInfo> list(@BeanParam PageQuery page) {
        return Page.of(service().judgements(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readJudgement", summary = "What people judged of a pair of names.")
    @APIResponse(
            responseCode = "200",
            description = "The judgement.",
            content = @Content(schema = @Schema(implementation = JudgementInfo.class)))
    public Response read(@PathParam("id") String id) {
        JudgementInfo one = service().judgement(id).orElseThrow(() -> Problem.of(
                        404, "No such judgement", "GET /api/judgements lists those there are.")
                .failure());
        return Response.ok(one).tag(one.etag()).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "createJudgement",
            summary = "Merges two names, or keeps them apart. It counts from the next run on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(
                                            name = "apart",
                                            value =
                                                    "{\"alias\": \"BLUE HERRON GROUP\", \"master\": \"BLUE HERON GROUP\", \"judgement\": \"never\", \"reason\": \"two owners\"}")))
    @APIResponse(
            responseCode = "201",
            description = "It stands in the file and in the journal.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "The pair is judged already; the problem tells how, as present.")
    @APIResponse(responseCode = "422", description = "A name is that of nobody in the present run.")
    public Response create(Request said) {
        if (said == null) {
            throw new IllegalArgumentException("Send alias, master and judgement.");
        }
        DecisionService.Changed<JudgementInfo> changed =
                service().judge(said.alias(), said.master(), said.judgement(), said.reason(), actor.author());
        segmentation.changed("judge", changed.receipt().changes().size());
        JudgementInfo now = changed.now();
        return Response.created(UriBuilder.fromPath("/api/judgements/{id}").build(now.id()))
                .entity(new Answer(now, ChangeReceipt.ofRun(changed.receipt())))
                .tag(now.etag())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "withdrawJudgement", summary = "Withdraws what was judged of a pair of names.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response withdraw(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        DecisionService.Changed<JudgementInfo> gone = service().withdraw(id, ifMatch.expected(), actor.author());
        segmentation.changed("withdraw judgement", gone.receipt().changes().size());
        return Response.ok(new Answer(null, ChangeReceipt.ofRun(gone.receipt())))
                .build();
    }

    private JudgementService service() {
        return segmentation.service().judgements();
    }
}
