package dev.segmentation.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.files.Sha256;
import dev.segmentation.rest.http.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What is done before and after every call. Before: OPTIONS and blank parameters are answered. After: every JSON answer to a GET
 * has an ETag, made of its content, and those who have it already are told 304; a problem names the path that was asked for.
 */
@Singleton
public final class CallFilters {
    private static final int TAG_BYTES = 16;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

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

    private final OpenApiResource calls;
    private final ObjectMapper json;

    CallFilters(OpenApiResource calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /** Answers OPTIONS with the methods of the document; the framework would name those of the whole class. */
    @ServerRequestFilter(preMatching = true)
    Response options(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            return null;
        }
        String allowed = calls.allowed(request.getUriInfo().getPath());
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

    @ServerResponseFilter
    void namePath(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && problem.instance() == null) {
            response.setEntity(problem.at(request.getUriInfo().getRequestUri().getRawPath()));
        }
    }

    /** A call that knows a better ETag sets the header itself. */
    @ServerResponseFilter
    void answerConditionalGet(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!request.getMethod().equals("GET") && !head || response.getStatus() != OK) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.ETAG)) {
            if (!isJson(response)) {
                return;
            }
            headers.putSingle(HttpHeaders.ETAG, tag(json, response.getEntity()));
        }
        if (known(
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getFirst(HttpHeaders.ETAG).toString())) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            headers.remove(HttpHeaders.CONTENT_TYPE);
            leaveOut(response);
            response.setStatus(NOT_MODIFIED);
        } else if (head && response.getEntity() instanceof InputStream) {
            leaveOut(response);
        }
    }

    /** Nobody reads the entity, so nobody else would close it. */
    private static void leaveOut(ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof InputStream open) {
            open.close();
        }
        response.setEntity(null);
    }

    /** Bytes are not ours to read. */
    private static boolean isJson(ContainerResponseContext response) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType();
        return (entity instanceof List || entity instanceof Record)
                && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    }

    /** A strong ETag, with its quotation marks, of what this is as JSON. */
    public static String tag(ObjectMapper json, Object content) {
        try {
            MessageDigest digest = Sha256.digest();
            json.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), content);
            return "\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "\"";
        } catch (IOException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    /** Whether If-None-Match names that ETag, or any; weak ones count as their strong ones. */
    private static boolean known(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String wanted = strong(tag);
        for (String one : ifNoneMatch.split(",")) {
            if (strong(one.strip()).equals(wanted)) {
                return true;
            }
        }
        return ifNoneMatch.strip().equals("*");
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
