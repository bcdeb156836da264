package dev.segmentation.rest;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.RuleFileSet;
import dev.segmentation.run.WrittenText;
import dev.segmentation.service.RuleDesk;
import dev.segmentation.service.RuleDraft;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules/changes}: edits of rules that are gathered before anybody publishes them. */
@Path("/api/rules/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleChangesResource {
    private static final String STATE = "The ETag of the change set as you saw it.";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final Segmentation segmentation;
    private final RuleDesk desk;
    private final Actor actor;

    RuleChangesResource(Segmentation segmentation, RuleDesks desks, Actor actor) {
        this.segmentation = segmentation;
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
            @Schema(required = true, minLength = 1, maxLength = LONGEST_TITLE) String title,
            @Schema(maxLength = LONGEST_TEXT) String reason) {}

    /**
     * A row for a term table.
     *
     * @param group whose table
     * @param id of the row, the next free one if it is left out
     * @param term its words
     * @param match where in a name it counts
     * @param method how sure it is
     * @param detail industry in words
     * @param naics NAICS code
     * @param supportCategory secondary class
     * @param unless words that speak against it
     * @param note remark
     */
    @Schema(name = "TermRow")
    public record TermRequest(
            @Schema(required = true, examples = "Utilities") String group,
            @Schema(examples = "UTL-120") String id,
            @Schema(required = true, minLength = 1, examples = "WATERWORKS") String term,
            @Schema(defaultValue = "words", examples = "words") String match,
            @Schema(defaultValue = "Rule-Based", examples = "Rule-Based") String method,
            @Schema(examples = "Water Utility") String detail,
            @Schema(examples = "221310") String naics,
            String supportCategory,
            String unless,
            String note) {
        Map<String, String> cells() {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("Id", id);
            cells.put("Term", term);
            cells.put("Match", match == null ? "words" : match);
            cells.put("Method", method == null ? "Rule-Based" : method);
            cells.put("Industry Detail", detail);
            cells.put("NAICS", naics);
            cells.put("Support Category", supportCategory);
            cells.put("Unless", unless);
            cells.put("Note", note);
            cells.replaceAll((column, text) -> text == null ? "" : text);
            return cells;
        }
    }

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
        return created(info(desk.changes().create(title, reason, RuleDesks.editor(actor)), true));
    }

    /** The answer that tells of a new change set. */
    static Response created(RuleChangeInfo info) {
        return Response.created(URI.create("/api/rules/changes/" + info.id()))
                .entity(info)
                .tag(new EntityTag(info.etag()))
                .build();
    }

    private static String text(String name, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new IllegalArgumentException(name + " has " + longest + " characters at most.");
        }
        return text == null ? "" : text.strip();
    }

    private RuleChangeInfo info(RuleDraft draft, boolean diffs) {
        RuleFileSet now = RuleFileSet.read(segmentation.service().settings().rules());
        return RuleChangeInfo.of(draft, desk.changes(), now, diffs);
    }

    private Response ok(RuleDraft draft) {
        RuleChangeInfo info = info(draft, true);
        return Response.ok(info).tag(new EntityTag(info.etag())).build();
    }

    /** Those that are open. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRuleChanges",
            summary = "The change sets that are open, the newest first, without diffs.")
    public Page<RuleChangeInfo> list(@BeanParam PageQuery page) {
        RuleFileSet now = RuleFileSet.read(segmentation.service().settings().rules());
        return Page.of(
                desk.changes().all().stream()
                        .map(draft -> RuleChangeInfo.of(draft, desk.changes(), now, false))
                        .toList(),
                page);
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
        return ok(desk.changes().find(id));
    }

    /** A new content. */
    @PUT
    @Path("/{id}/files/{fileId}")
    @Consumes(MediaType.TEXT_PLAIN)
    @Blocking
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
                            examples =
                                    @ExampleObject(
                                            name = "cases",
                                            value = "Name,Expected Group\nROSE HOTEL,Hospitality\n")))
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response put(
            @PathParam("id") String id,
            @PathParam("fileId") String fileId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = STATE, required = true) String ifMatch,
            byte[] content) {
        byte[] bytes = content == null ? new byte[0] : content;
        checkText(bytes);
        return ok(desk.edits().put(id, RuleTags.required(ifMatch), fileId, bytes, RuleDesks.editor(actor)));
    }

    private static void checkText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The content is not UTF-8.", e);
        }
    }

    /** Takes an edit back. */
    @DELETE
    @Path("/{id}/files/{fileId}")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "resetRuleFile", summary = "Takes the new content of a file out of a change set.")
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response reset(
            @PathParam("id") String id,
            @PathParam("fileId") String fileId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = STATE, required = true) String ifMatch) {
        return ok(desk.edits().reset(id, RuleTags.required(ifMatch), fileId, RuleDesks.editor(actor)));
    }

    /** A term. */
    @POST
    @Path("/{id}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "addTerm", summary = "Adds a row to the term table of a group in a change set.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = TermRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "words",
                                            value = "{\"group\": \"Utilities\", \"term\": \"WATERWORKS\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now.",
            content = @Content(schema = @Schema(implementation = RuleChangeInfo.class)))
    public Response addTerm(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = STATE, required = true) String ifMatch,
            TermRequest row) {
        if (row == null || row.term() == null || row.term().isBlank()) {
            throw new IllegalArgumentException("Send {\"group\": \"...\", \"term\": \"...\"} with a term.");
        }
        IndustrialGroup group = IndustrialGroup.parse(row.group() == null ? "" : row.group())
                .orElseThrow(() -> new IllegalArgumentException("group is a name of the locked list of groups."));
        row.cells().forEach((column, text) -> text(column, text, LONGEST_TEXT));
        return ok(desk.addTerm(id, RuleTags.required(ifMatch), group, row.cells(), RuleDesks.editor(actor)));
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
    public Response rebase(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = STATE, required = true) String ifMatch) {
        return ok(desk.edits().rebase(id, RuleTags.required(ifMatch), RuleDesks.editor(actor)));
    }

    /** Drops one. */
    @DELETE
    @Path("/{id}")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(operationId = "dropRuleChange", summary = "Drops a change set with all that is in it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response drop(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = STATE, required = true) String ifMatch) {
        desk.changes().drop(id, RuleTags.required(ifMatch), RuleDesks.editor(actor));
        return Response.noContent().build();
    }
}
