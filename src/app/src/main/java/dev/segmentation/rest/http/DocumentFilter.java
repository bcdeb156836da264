package dev.segmentation.rest.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the OpenAPI document what all calls share: ways to sign on, and problems as the answer where something is wrong. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    private static final String PATH = "#/components/schemas/";
    private static final String PROBLEM = "Problem";
    /** The framework names schemas after our classes; these are called in the document as they always were. */
    private static final Map<String, String> NAMES = Map.of(
            "Finding", "RuleFinding",
            "PageView", "PageJobInfo",
            "PageWorklistRow", "PageRow");

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        refusal(operation, "default", "Something is wrong; the problem tells what, and what to do.");
        if (conditional(operation)) {
            refusal(operation, "412", "It is not any more as the ETag says; the problem tells what to do.");
            refusal(operation, "428", "No ETag was sent: nothing is changed unseen.");
        }
        return operation;
    }

    /** An enumeration cannot name {@code null} in the document: where a word may be left out, that is said beside it. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null) {
            schema.setRef(PATH + named(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)));
        }
        List<Object> words = schema.getEnumeration();
        if (words != null && schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.setEnumeration(null);
            schema.setType(null);
            schema.setAnyOf(DocumentSchemas.orNone(
                    OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(words)));
        }
        return schema;
    }

    private static String named(String name) {
        return NAMES.getOrDefault(name, name);
    }

    private static boolean conditional(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> HttpHeaders.IF_MATCH.equals(one.getName()));
    }

    private static void refusal(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse().description(description).content(content()));
    }

    /** A condition is looked at for all GETs that answer with something other than events. */
    @Override
    public PathItem filterPathItem(PathItem path) {
        Operation get = path.getGET();
        if (get != null && !events(get)) {
            get.getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse().description("It is as the ETag in If-None-Match says."));
        }
        return path;
    }

    private static boolean events(Operation get) {
        return get.getResponses().getAPIResponses().values().stream()
                .anyMatch(response -> response.getContent() != null
                        && response.getContent().getMediaTypes().containsKey("text/event-stream"));
    }

    private static Content content() {
        Schema reference = OASFactory.createSchema().ref(PATH + PROBLEM);
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Map<String, Schema> named = new TreeMap<>();
        document.getComponents().getSchemas().forEach((name, schema) -> named.put(named(name), schema));
        Schema finding = named.get("RuleFinding");
        finding.addProperty("level", DocumentSchemas.words(null, List.of("error", "warning")));
        named.put(
                "RuleFinding",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .required(List.copyOf(finding.getProperties().keySet()))
                        .properties(finding.getProperties()));
        named.remove("Level");
        named.put(PROBLEM, DocumentSchemas.problem());
        DocumentSchemas.decisions().forEach(named::put);
        document.getComponents().setSchemas(named);
        DocumentSchemas.lockedLists().forEach(document.getComponents()::addSchema);
        closeBodies(document);
        schemes().forEach(document.getComponents()::addSecurityScheme);
        schemes()
                .keySet()
                .forEach(name -> document.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(name)));
    }

    /** What a call takes has the fields that are named and no others. */
    private static void closeBodies(OpenAPI document) {
        Map<String, Schema> named = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema ->
                        named.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)))
                .forEach(schema -> schema.setAdditionalPropertiesBoolean(false));
    }

    /** In an order that is the same in every build, those without a browser first. */
    private static Map<String, SecurityScheme> schemes() {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        schemes.put(
                "password",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("A user of the users file."));
        schemes.put(
                "token",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token made by segmenter tokens create, or one of the identity provider."));
        schemes.put(
                "session",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("segmenter")
                        .description("The cookie of POST /api/session; __Host-segmenter over TLS."));
        return schemes;
    }
}
