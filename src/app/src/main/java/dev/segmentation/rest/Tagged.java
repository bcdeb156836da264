package dev.segmentation.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers that tell a thing as it is, with the ETag that whoever changes it sends as {@code If-Match}. */
public final class Tagged {
    private Tagged() {}

    /** The thing is there. */
    public static Response ok(Object told, String tag) {
        return of(Response.ok(), told, tag);
    }

    /** The thing is new, and has that address. */
    public static Response created(URI place, Object told, String tag) {
        return of(Response.created(place), told, tag);
    }

    /** An answer that is made already but for that. */
    public static Response of(Response.ResponseBuilder answer, Object told, String tag) {
        return answer.entity(told).tag(new EntityTag(tag)).build();
    }
}
