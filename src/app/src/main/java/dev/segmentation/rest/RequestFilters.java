package dev.segmentation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.rest.http.Problem;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What is looked at before a call: the methods that its address takes, from the OpenAPI document, and blank parameters. */
@Singleton
final class RequestFilters {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    /** Parameters that are numbers or words of a list. */
    private static final Set<String> FORMED = Set.of(
            "limit",
            "offset",
            "count",
            "format",
            "kind",
            "sure",
            "sort",
            "direction",
            "conflict",
            "website",
            "method",
            "confidence",
            "status",
            "group",
            "profile",
            "of",
            "why",
            "dryRun");

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    /** Addresses without a variable part, which come before those with one that they would match too. */
    private final Map<String, Set<String>> exact = new ConcurrentHashMap<>();

    private volatile Map<Pattern, Set<String>> paths;

    RequestFilters(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** Answers OPTIONS with the methods of the document; the framework would name those of the whole class. */
    @ServerRequestFilter(preMatching = true)
    Response options(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            return null;
        }
        String allowed = allowed(request.getUriInfo().getPath());
        return allowed.isEmpty()
                ? null
                : Response.noContent().header(HttpHeaders.ALLOW, allowed).build();
    }

    /** Refuses numbers and words of a list that are sent blank, which the framework would take for not sent. */
    @ServerRequestFilter
    Response refuseBlank(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(one -> FORMED.contains(one.getKey()) && one.getValue().contains(""))
                .findFirst()
                .map(one -> Problem.of(
                                400,
                                "Request not usable",
                                "The parameter " + one.getKey() + " is blank. Give it a value, or leave it out.")
                        .response())
                .orElse(null);
    }

    /** The methods that an address takes, with commas, for the header Allow; blank if the document does not know it. */
    String allowed(String path) {
        if (paths == null) {
            paths = read();
        }
        if (exact.containsKey(path)) {
            return String.join(", ", exact.get(path));
        }
        Set<String> methods = new TreeSet<>();
        paths.forEach((pattern, taken) -> {
            if (pattern.matcher(path).matches()) {
                methods.addAll(taken);
            }
        });
        return String.join(", ", methods);
    }

    private Map<Pattern, Set<String>> read() {
        try {
            Map<Pattern, Set<String>> read = new LinkedHashMap<>();
            JsonNode document = json.readTree(documents.getDocument(OpenApiResource.DEFAULT_DOCUMENT, Format.JSON));
            document.path("paths").properties().forEach(path -> {
                Set<String> methods = new TreeSet<>();
                path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        methods.add(name.toUpperCase(Locale.ROOT));
                    }
                });
                read.put(pattern(path.getKey()), methods);
                if (!path.getKey().contains("{")) {
                    exact.put(path.getKey(), methods);
                }
            });
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=})")) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
