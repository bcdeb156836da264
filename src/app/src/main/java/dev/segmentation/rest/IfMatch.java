package dev.segmentation.rest;

import dev.segmentation.decision.Expected;
import dev.segmentation.rest.http.Forms;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The header {@code If-Match} of a call that changes what somebody else may have changed; nobody may leave it out. */
public class IfMatch {
    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(
            required = true,
            description = "The ETag of what is to be changed, as you saw it.",
            schema = @Schema(type = SchemaType.STRING, pattern = Forms.FILLED))
    private String header;

    /** The state that is named, {@code *} being any. */
    public Expected expected() {
        return Conditions.match(header);
    }

    /** The one tag that is named, for what nobody may change unseen: any state ({@code *}) or several will not do. */
    public String tag() {
        return Conditions.one(header);
    }
}
