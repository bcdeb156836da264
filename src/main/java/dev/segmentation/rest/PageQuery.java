package dev.segmentation.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is asked for. */
public class PageQuery {
    private static final int MOST = 1000;

    @QueryParam("offset")
    @DefaultValue("0")
    @Parameter(description = "How many to pass over.", schema = @Schema(minimum = "0", defaultValue = "0"))
    private int offset;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "How many to give at most.",
            schema = @Schema(minimum = "1", maximum = "1000", defaultValue = "50"))
    private int limit;

    int offset() {
        if (offset < 0) {
            throw new IllegalArgumentException("offset is 0 or more, not " + offset + ".");
        }
        return offset;
    }

    int limit() {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + ", not " + limit + ".");
        }
        return limit;
    }

    /** Refuses a part that there cannot be, before anything is done. */
    void check() {
        offset();
        limit();
    }

    /** The beginning, for answers to those who asked for no part. */
    static PageQuery first() {
        PageQuery query = new PageQuery();
        query.limit = MOST;
        return query;
    }
}
