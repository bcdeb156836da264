package dev.segmentation.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is asked for. */
public class PageQuery {
    private static final int MOST = 1000;
    private static final int STANDARD = 50;

    @QueryParam("offset")
    @Parameter(
            description = "How many to pass over.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "0",
                            maximum = "2147483647",
                            defaultValue = "0"))
    private String offset;

    @QueryParam("limit")
    @Parameter(
            description = "How many to give at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    private String limit;

    /** How many to pass over. */
    public int offset() {
        return offset == null ? 0 : QueryParams.number("offset", offset, 0, Integer.MAX_VALUE);
    }

    /** How many to give at most. */
    public int limit() {
        return limit == null ? STANDARD : QueryParams.number("limit", limit, 1, MOST);
    }

    /** Refuses a part that there cannot be, before anything is done. */
    public void check() {
        offset();
        limit();
    }

    /** The beginning, for answers to those who asked for no part. */
    public static PageQuery first() {
        PageQuery query = new PageQuery();
        query.offset = "0";
        query.limit = Integer.toString(MOST);
        return query;
    }
}
