package dev.segmentation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The methods that an address takes, for the header Allow, which the framework leaves out. Taken from the document. */
@Singleton
final class AllowedMethods {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    /** Addresses without a variable part, which come before those with one that they would match too. */
    private final Map<String, Set<String>> exact = new ConcurrentHashMap<>();

    private volatile Map<Pattern, Set<String>> paths;

    AllowedMethods(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The methods with commas; blank if the document does not know the path. */
    String of(String path) {
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
