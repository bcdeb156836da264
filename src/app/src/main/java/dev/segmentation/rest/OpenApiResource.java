package dev.segmentation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.rest.security.Roles;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /api/openapi}: the calls there are. The same document is at {@code /q/openapi} for operators. */
@Path("/api/openapi")
public class OpenApiResource {
    private static final String DEFAULT_DOCUMENT = "<default>";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    private volatile Map<String, Set<String>> methods;

    OpenApiResource(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] document() {
        return documents.getDocument(DEFAULT_DOCUMENT, Format.JSON);
    }

    /** The methods that an address takes, with commas, for the header Allow; blank if the document does not know it. */
    String allowed(String path) {
        if (methods == null) {
            methods = methods();
        }
        Set<String> allowed = new TreeSet<>();
        if (!path.contains("{") && methods.containsKey(path)) {
            allowed.addAll(methods.get(path)); // comes before addresses with a variable part, which it would match too
        } else {
            methods.forEach((pattern, taken) -> {
                if (matches(pattern, path)) {
                    allowed.addAll(taken);
                }
            });
        }
        return String.join(", ", allowed);
    }

    private Map<String, Set<String>> methods() {
        try {
            Map<String, Set<String>> read = new LinkedHashMap<>();
            JsonNode document = json.readTree(document());
            document.path("paths").properties().forEach(path -> {
                Set<String> taken = new TreeSet<>();
                path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        taken.add(name.toUpperCase(Locale.ROOT));
                    }
                });
                read.put(path.getKey(), taken);
            });
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean matches(String pattern, String path) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("(?=\\{)|(?<=})")) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return path.matches(regex.toString());
    }
}
