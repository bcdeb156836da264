package dev.segmentation.rest.rules;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.WrittenText;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.service.rules.RuleChanges;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules/changes}: edits of rules that are gathered before anybody publishes them. */
@Path("/api/rules/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleChangesResource {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final String CHANGE_EXAMPLE = "{\"title\": \"Waterworks\", \"reason\": \"Found on the worklist\"}";
    private static final String FILE_EXAMPLE = "Name,Expected Group\nROSE HOTEL,Hospitality\n";
    private static final String TERM_EXAMPLE = "{\"group\": \"Utilities\", \"term\": \"WATERWORKS\"}";

    private final RuleService rules;
    private final Actor actor;

    RuleChangesResource(RuleService rules, Actor actor) {
        this.rules = rules;
        this.actor = actor;
    }

    static RuleChanges.Editor editor(Actor actor) {
        return new RuleChanges.Editor(actor.name(), actor.is(Roles.RULES_ADMIN));
    }

    @Schema(name = "RuleChangeRequest")
    public record Request(
            @Schema(required = true, maxLength = LONGEST_TITLE, pattern = Patterns.TITLE) String title,
            @Schema(nullable = true, maxLength = LONGEST_TEXT, pattern = Patterns.TEXT) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "createRuleChange",
            summary = "Begins a change set that starts from the rules folder as it stands and changes nothing yet.")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "terms", value = CHANGE_EXAMPLE)))
    @APIResponseSchema(
            value = RuleChangeInfo.class,
            responseCode = "201",
            responseDescription = "The change set; its ETag goes into If-Match of each edit.")
    public Response create(Request request) {
        String title = WrittenText.plain("title", request == null ? null : request.title(), LONGEST_TITLE);
        if (title.isBlank()) {
            throw new IllegalArgumentException("Send {\"title\": \"...\", \"reason\": \"...\"} with a title.");
        }
        String reason = WrittenText.plain("reason", request.reason(), LONGEST_TEXT);
        return RuleChangeInfo.created(rules.changes().create(title, reason, editor(actor)), rules);
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRuleChanges",
            summary = "The change sets that are open, the newest first, without diffs.")
    public Page<RuleChangeInfo> list(@BeanParam PageQuery page) {
        List<RuleDraft> open = rules.changes().all();
        RuleFileSet now = rules.present().files();
        return Page.of(
                open.stream()
                        .map(draft -> RuleChangeInfo.of(draft, rules, now, false))
                        .toList(),
                page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readRuleChange", summary = "A change set with a diff of each file.")
    @APIResponseSchema(value = RuleChangeInfo.class, responseCode = "200", responseDescription = "The change set.")
    public Response read(@PathParam("id") String id) {
        return RuleChangeInfo.ok(rules.changes().find(id), rules);
    }

    @POST
    @Path("/{id}/rebase")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "rebaseRuleChange",
            summary =
                    "Lets a change set start from the rules folder as it stands now, if nobody else changed its files.")
    @APIResponseSchema(
            value = RuleChangeInfo.class,
            responseCode = "200",
            responseDescription = "The change set as it is now.")
    public Response rebase(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        return RuleChangeInfo.ok(rules.changes().rebase(id, ifMatch.tag(), editor(actor)), rules);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "dropRuleChange", summary = "Drops a change set with all that is in it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response drop(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        rules.changes().drop(id, ifMatch.tag(), editor(actor));
        return Response.noContent().build();
    }

    @PUT
    @Path("/{id}/files/{fileId}")
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "putRuleFile",
            summary =
                    "Gives a file a new content in a change set. Rules in DRL and Drools tables are for rules admins alone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING, minLength = 1),
                            examples = @ExampleObject(name = "cases", value = FILE_EXAMPLE)))
    @APIResponseSchema(
            value = RuleChangeInfo.class,
            responseCode = "200",
            responseDescription = "The change set as it is now.")
    public Response put(
            @PathParam("id") String id,
            @PathParam("fileId") String fileId,
            @BeanParam IfMatch ifMatch,
            byte[] content) {
        byte[] bytes = content == null ? new byte[0] : content;
        Patterns.checkUtf8(bytes);
        return RuleChangeInfo.ok(rules.changes().put(id, ifMatch.tag(), fileId, bytes, editor(actor)), rules);
    }

    @DELETE
    @Path("/{id}/files/{fileId}")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "resetRuleFile", summary = "Takes the new content of a file out of a change set.")
    @APIResponseSchema(
            value = RuleChangeInfo.class,
            responseCode = "200",
            responseDescription = "The change set as it is now.")
    public Response reset(@PathParam("id") String id, @PathParam("fileId") String fileId, @BeanParam IfMatch ifMatch) {
        return RuleChangeInfo.ok(rules.changes().reset(id, ifMatch.tag(), fileId, editor(actor)), rules);
    }

    @POST
    @Path("/{id}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "addTerm", summary = "Adds a row to the term table of a group in a change set.")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "words", value = TERM_EXAMPLE)))
    @APIResponseSchema(
            value = RuleChangeInfo.class,
            responseCode = "200",
            responseDescription = "The change set as it is now.")
    public Response addTerm(@PathParam("id") String id, @BeanParam IfMatch ifMatch, TermRow row) {
        if (row == null || row.term() == null || row.term().isBlank()) {
            throw new IllegalArgumentException("Send {\"group\": \"...\", \"term\": \"...\"} with a term.");
        }
        IndustrialGroup group = IndustrialGroup.parse(row.group() == null ? "" : row.group())
                .orElseThrow(() -> new IllegalArgumentException("group is a name of the locked list of groups."));
        row.check();
        return RuleChangeInfo.ok(rules.addTerm(id, ifMatch.tag(), group, row.cells(), editor(actor)), rules);
    }
}
