package dev.segmentation.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type names the kind of problem; the same for the same title
 * @param title what kind of problem
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param instance the path that was asked for
 * @param incident under which id the log tells more, for faults of the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, String incident) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem; which path it is about is filled in when it is sent. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(type(title), title, status, detail, null, null);
    }

    /** The same about that path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, incident);
    }

    /** The same, with an id that the log has too. */
    Problem incident(String id) {
        return new Problem(type, title, status, detail, instance, id);
    }

    /** As an answer. */
    public Response response() {
        return builder().build();
    }

    /** As what a call throws that ends with it. */
    public WebApplicationException failure() {
        return new WebApplicationException(response());
    }

    /** As an answer to which headers can be added. */
    public Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private static String type(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "urn:segmenter:problem:" + words.replaceAll("^-|-$", "");
    }
}
