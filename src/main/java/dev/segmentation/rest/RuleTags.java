package dev.segmentation.rest;

import dev.segmentation.rest.http.Problem;
import jakarta.ws.rs.WebApplicationException;

/** The state that somebody saw, as {@code If-Match} names it. */
final class RuleTags {
    private RuleTags() {}

    /** The one tag that is named; any state at all ({@code *}) or several will not do. */
    static String required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new WebApplicationException(Problem.of(
                            428,
                            "If-Match is missing",
                            "Send If-Match with the ETag of what you saw, so that nothing is changed unseen.")
                    .response());
        }
        String tag = ifMatch.strip();
        boolean quoted = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
        return quoted ? tag.substring(1, tag.length() - 1) : tag;
    }
}
