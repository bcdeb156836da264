package dev.segmentation.rest.decision;

import dev.segmentation.decision.Expected;
import dev.segmentation.decision.exchange.ImportedEntry;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.BatchService;
import dev.segmentation.service.BatchUploadInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/batches}: batches of decisions; a batch is looked at before it is taken in. */
@Path("/api/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class BatchesResource {
    private static final String MARKDOWN = "text/markdown";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}";

    private final Segmentation segmentation;
    private final Actor actor;

    BatchesResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** A batch that was taken in. */
    @Schema(name = "BatchImport")
    public record Answer(@Schema(required = true) BatchInfo batch, @Schema(required = true) ChangeReceipt change) {}

    /** Files. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listBatches", summary = "Batches that were sent and not taken in yet, the newest first.")
    public Page<BatchUploadInfo> list(@BeanParam PageQuery page) {
        return Page.of(service().uploads().list(), page);
    }

    @POST
    @Consumes({MARKDOWN, WORKBOOK})
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "uploadBatch",
            summary = "Sends a batch and tells what it would do. Nothing is changed yet; the last twenty are kept.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MARKDOWN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "one",
                                        value =
                                                "## Construction\n| Customer | Industry Detail | NAICS |\n|---|---|---|\n| BLUE HERON GROUP | Roofing | 238160 |\n")),
                @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "What it would do. Its ETag, sent as If-Match with the import, is the agreement to that.",
            content = @Content(schema = @Schema(implementation = BatchInfo.class)))
    @APIResponse(responseCode = "422", description = "It is no batch, or there was no run yet.")
    public Response upload(
            @QueryParam("name")
                    @Parameter(
                            required = true,
                            description =
                                    "What the batch is called; the same name again changes what was imported under it.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 80, pattern = "^" + NAME + "$"))
                    String name,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String type,
            @BeanParam PageQuery page,
            byte[] content) {
        if (name == null || !name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "name is what the batch is called: up to 80 letters, digits, spaces, points and dashes.");
        }
        page.check();
        boolean workbook = type != null && type.startsWith(WORKBOOK);
        return previewed(
                Response.created(null),
                service().upload(name, workbook, content == null ? new byte[0] : content, actor.author()),
                page);
    }

    private static Response previewed(Response.ResponseBuilder answer, BatchService.Outcome outcome, PageQuery page) {
        answer.location(
                UriBuilder.fromPath("/api/batches/{id}").build(outcome.upload().id()));
        return answer.entity(BatchInfo.of(outcome, page))
                .tag(outcome.batch().tag())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readBatch", summary = "What a batch would do now.")
    @APIResponse(
            responseCode = "200",
            description = "What it would do.",
            content = @Content(schema = @Schema(implementation = BatchInfo.class)))
    public Response read(@PathParam("id") String id, @BeanParam PageQuery page) {
        page.check();
        return previewed(Response.ok(), service().preview(known(id), actor.author()), page);
    }

    @POST
    @Path("/{id}/import")
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "importBatch",
            summary = "Takes a batch in as one change that can be taken back, if it does what was agreed to.")
    @APIResponse(
            responseCode = "200",
            description = "What it did.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Answer take(@PathParam("id") String id, @BeanParam IfMatch ifMatch, @BeanParam PageQuery page) {
        Expected expected = ifMatch.expected();
        page.check();
        BatchService.Outcome outcome = service().take(known(id), expected.tags(), actor.author());
        long rows = outcome.batch().changes(ImportedEntry.Change.ADDED)
                + outcome.batch().changes(ImportedEntry.Change.CHANGED);
        segmentation.changed("import-batch", (int) rows);
        return new Answer(
                BatchInfo.of(outcome, page), ChangeReceipt.of(outcome.batch().transaction(), outcome.notes()));
    }

    /** Forgets it. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "dropBatch", summary = "Forgets a batch that was sent; nothing that was imported changes.")
    @APIResponse(responseCode = "204", description = "It is forgotten.")
    public void drop(@PathParam("id") String id) {
        service().uploads().drop(known(id).id());
    }

    private BatchUploadInfo known(String id) {
        return service().uploads().find(id).orElseThrow(() -> Problem.of(
                        404,
                        "No such batch",
                        "No batch that was sent has this id. The last twenty are kept until the service stops or"
                                + " they are imported.")
                .failure());
    }

    private BatchService service() {
        return segmentation.service().batches();
    }
}
