package dev.segmentation.rest.run;

import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.OutputFiles;
import dev.segmentation.table.CsvProfile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/outputs}: the files of the last run. */
@Path("/api/outputs")
@Tag(name = "Outputs", description = "The files of the last run.")
public class OutputsResource {
    private static final String CSV = "text/csv";

    private final Segmentation segmentation;

    OutputsResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listOutputs", summary = "The files of the last run with size, SHA-256 and time.")
    public OutputFiles.Listing list() {
        return segmentation.service().outputs().list();
    }

    @GET
    @Path("/{name}")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "downloadOutput",
            summary = "A file as the last run wrote it, whole, whatever happens to the folder meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "The file; the ETag is its SHA-256, with the profile behind it where that is not its own.",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response download(
            @PathParam("name")
                    @Parameter(description = "One of the names of the list.", example = "CustomerSegmentation.csv")
                    String name,
            @QueryParam("profile")
                    @Parameter(
                            description = "plain: for Power BI and programs; excel: for Excel. For tables alone.",
                            schema =
                                    @Schema(
                                            enumeration = {"plain", "excel"},
                                            defaultValue = "plain"))
                    String profile) {
        CsvProfile asked = profile == null
                ? CsvProfile.PLAIN
                : QueryParams.of("profile", profile, CsvProfile.values(), one -> one.name()
                        .toLowerCase(Locale.ROOT));
        Optional<OutputFiles.Opened> file = segmentation.service().outputs().open(name, asked);
        if (file.isEmpty()) {
            return Problem.of(404, "No such output", "The last run has no such file. GET /api/outputs lists them.")
                    .response();
        }
        String type = name.endsWith(".csv") ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON;
        return Response.ok(file.get().bytes(), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_LENGTH, file.get().size())
                .header(HttpHeaders.ETAG, "\"" + file.get().tag() + "\"")
                .build();
    }
}
