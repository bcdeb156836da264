package dev.segmentation.rest.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every JSON answer to a GET an ETag, made of its content, and says 304 to those who have it already. A call that knows a
 * better one sets the header itself; {@link #tag} makes one of anything that can be JSON.
 */
public final class ConditionalGet {
    private static final int BYTES = 16;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ObjectMapper json;

    ConditionalGet(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void answer(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD") || response.getStatus() != OK) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.ETAG)) {
            if (!json(response)) {
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
        } else if (request.getMethod().equals("HEAD") && response.getEntity() instanceof InputStream) {
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
    private static boolean json(ContainerResponseContext response) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType();
        return entity != null
                && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                && (entity instanceof List || entity instanceof Record);
    }

    /** A strong ETag, with its quotation marks, of what this is as JSON. */
    public static String tag(ObjectMapper json, Object content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            json.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), content);
            return "\"" + HexFormat.of().formatHex(digest.digest(), 0, BYTES) + "\"";
        } catch (IOException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether If-None-Match names that ETag, or any; weak ones count as their strong ones. */
    static boolean known(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String wanted = strong(tag);
        for (String one : ifNoneMatch.split(",")) {
            if (strong(one.strip()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
