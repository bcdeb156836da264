package dev.segmentation.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is asked for. */
public class PageQuery {
    private static final int MOST = 1000;

    @QueryParam("offset")
    @DefaultValue("0")
    @Parameter(
            description = "How many to pass over.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "0", defaultValue = "0"))
    private String offset;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "How many to give at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    private String limit;

    /** How many to pass over. */
    public int offset() {
        return number("offset", offset, 0, Integer.MAX_VALUE);
    }

    /** How many to give at most. */
    public int limit() {
        return number("limit", limit, 1, MOST);
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(name + " is a whole number from " + least + " to " + most + ".");
    }

    /** Refuses a part that there cannot be, before anything is done. */
    void check() {
        offset();
        limit();
    }

    /** The beginning, for answers to those who asked for no part. */
    static PageQuery first() {
        PageQuery query = new PageQuery();
        query.offset = "0";
        query.limit = Integer.toString(MOST);
        return query;
    }
}
