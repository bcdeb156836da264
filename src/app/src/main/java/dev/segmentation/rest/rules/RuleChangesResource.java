package dev.segmentation.rest.rules;

import dev.segmentation.decision.WrittenText;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.http.Forms;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.rules.RuleService;
import io.smallrye.common.annotation.Blocking;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules/changes}: edits of rules that are gathered before anybody publishes them. */
@Path("/api/rules/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleChangesResource {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final RuleDesks desks;
    private final RuleService desk;
    private final Actor actor;

    RuleChangesResource(RuleDesks desks, Actor actor) {
        this.desks = desks;
        this.desk = desks.desk();
        this.actor = actor;
    }

    /**
     * What a change set is about.
     *
     * @param title in few words
     * @param reason why it is wanted
     */
    @Schema(name = "RuleChangeRequest")
    public record Request(
            @Schema(required = true, maxLength = LONGEST_TITLE, pattern = Forms.TITLE) String title,
            @Schema(nullable = true, maxLength = LONGEST_TEXT, pattern = Forms.TEXT) String reason) {}

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "createRuleChange",
            summary = "Begins a change set that starts from the rules folder as it stands and changes nothing yet.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(
                                            name = "terms",
                                            value =
                                                    "{\"title\": \"Waterworks\", \"reason\": \"Found on the worklist\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The change set; its ETag goes into If-Match of each edit.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response create(Request request) {
        String title = WrittenText.plain("title", request == null ? null : request.title(), LONGEST_TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("Send {\"title\": \"...\", \"reason\": \"...\"} with a title.");
        }
        String reason = WrittenText.plain("reason", request.reason(), LONGEST_TEXT);
        return desks.created(desk.changes().create(title, reason, RuleDesks.editor(actor)));
    }

    /** Those that are open. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRuleChanges",
            summary = "The change sets that are open, the newest first, without diffs.")
    public Page<RuleChangeInfo> list(@BeanParam PageQuery page) {
        return Page.of(desks.told(desk.changes().all()), page);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readRuleChange", summary = "A change set with a diff of each file.")
    @APIResponse(
            responseCode = "200",
            description = "The change set.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response read(@PathParam("id") String id) {
        return desks.answer(desk.changes().find(id));
    }

    /** Another base. */
    @POST
    @Path("/{id}/rebase")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "rebaseRuleChange",
            summary =
                    "Lets a change set start from the rules folder as it stands now, if nobody else changed its files.")
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response rebase(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        return desks.answer(desk.edits().rebase(id, ifMatch.tag(), RuleDesks.editor(actor)));
    }

    /** Drops one. */
    @DELETE
    @Path("/{id}")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "dropRuleChange", summary = "Drops a change set with all that is in it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response drop(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        desk.changes().drop(id, ifMatch.tag(), RuleDesks.editor(actor));
        return Response.noContent().build();
    }
}
