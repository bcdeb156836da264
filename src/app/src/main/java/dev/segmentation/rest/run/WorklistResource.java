package dev.segmentation.rest.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.decision.exchange.NextBatchFile;
import dev.segmentation.rest.CallFilters;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.WorklistRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/worklist}: masters that people should look at. */
@Path("/api/worklist")
@Tag(name = "Worklist", description = "Masters that people should look at.")
public class WorklistResource {
    private static final int MOST = 10_000;
    private static final int STANDARD = 25;
    private static final String MARKDOWN = "text/markdown";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Segmentation segmentation;
    private final ObjectMapper json;

    WorklistResource(Segmentation segmentation, ObjectMapper json) {
        this.segmentation = segmentation;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readWorklist", summary = "Masters that people should look at, the most valuable first.")
    public Page<WorklistRow> list(
            @QueryParam("why")
                    @Parameter(
                            description = "Why it is on the list.",
                            schema = @Schema(enumeration = {"Conflict", "Queued", "Unknown", "Unclassified"}))
                    String why,
            @QueryParam("group")
                    @Parameter(
                            description = "The group that it has for now.",
                            schema = @Schema(ref = "IndustrialGroup"))
                    String group,
            @BeanParam PageQuery page) {
        String reason = QueryParams.of("why", why, null, "Conflict", "Queued", "Unknown", "Unclassified");
        IndustrialGroup wanted = QueryParams.group(group);
        List<WorklistRow> rows = segmentation.run().worklist().stream()
                .filter(row -> reason == null || row.why().equals(reason))
                .filter(row -> wanted == null || row.group().equals(wanted.label()))
                .toList();
        return Page.of(rows, page);
    }

    @GET
    @Path("/next-batch")
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, WORKBOOK})
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readNextBatch",
            summary = "The masters that are worth deciding next, as a list or as a batch to fill in."
                    + " What people decided since the run is left out.")
    @APIResponse(
            responseCode = "200",
            description = "The best first. POST /api/batches takes the markdown or the workbook when it is filled in.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = BatchCandidate.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response nextBatch(
            @QueryParam("count")
                    @Parameter(
                            description = "How many masters.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "10000",
                                            defaultValue = "25"))
                    String count,
            @QueryParam("format")
                    @Parameter(
                            description = "json: to read; md, xlsx: to fill in.",
                            schema =
                                    @Schema(
                                            enumeration = {"json", "md", "xlsx"},
                                            defaultValue = "json"))
                    String format) {
        int most = count == null ? STANDARD : QueryParams.number("count", count, 1, MOST);
        String form = QueryParams.of("format", format, "json", "json", "md", "xlsx");
        segmentation.run();
        LocalDate today = LocalDate.now();
        List<NextBatch.Candidate> picked =
                new NextBatch(segmentation.service().settings(), today).pick(most, note -> {});
        String name = "Batch-" + today;
        return switch (form) {
            case "md" -> file(name + ".md", MARKDOWN + ";charset=UTF-8", NextBatchFile.markdown(name, picked), picked);
            case "xlsx" -> file(name + ".xlsx", WORKBOOK, workbook(picked), picked);
            default ->
                Response.ok(picked.stream().map(BatchCandidate::of).toList(), MediaType.APPLICATION_JSON)
                        .build();
        };
    }

    private Response file(String name, String type, Object content, List<NextBatch.Candidate> picked) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.ETAG, CallFilters.tag(json, List.of(name, picked)))
                .build();
    }

    private static byte[] workbook(List<NextBatch.Candidate> picked) {
        try {
            java.nio.file.Path file = Files.createTempFile("segmenter-", ".xlsx");
            try {
                NextBatchFile.workbook(file, picked);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
