package dev.segmentation.rest;

import dev.segmentation.rest.security.Roles;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /api/openapi}: the calls there are. The same document is at {@code /q/openapi} for operators. */
@Path("/api/openapi")
public class OpenApiResource {
    static final String DEFAULT_DOCUMENT = "<default>";

    private final OpenApiDocumentService documents;

    OpenApiResource(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /** The document. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] document() {
        return documents.getDocument(DEFAULT_DOCUMENT, Format.JSON);
    }
}
