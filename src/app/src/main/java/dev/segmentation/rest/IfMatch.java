package dev.segmentation.rest;

import dev.segmentation.decision.Expected;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.http.Problem;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The header {@code If-Match} of a call that changes what somebody else may have changed; nobody may leave it out. */
public class IfMatch {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");
    private static final String ANY = "*";

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(
            required = true,
            description = "The ETag of what is to be changed, as you saw it.",
            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.FILLED))
    private String header;

    /** The state that is named, {@code *} being any. */
    public Expected expected() {
        return match(header);
    }

    /** The one tag that is named, for what nobody may change unseen: any state ({@code *}) or several will not do. */
    public String tag() {
        String one = given(header);
        boolean quoted = one.length() > 2 && one.startsWith("\"") && one.endsWith("\"");
        return quoted ? one.substring(1, one.length() - 1) : one;
    }

    private static Expected match(String ifMatch) {
        String given = given(ifMatch);
        return given.equals(ANY) ? Expected.ANYTHING : Expected.tagged(tags(given));
    }

    private static String given(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                            428,
                            "Condition missing",
                            "Read it first, and send its ETag as If-Match, so that nobody's change is lost.")
                    .failure();
        }
        return ifMatch.strip();
    }

    /**
     * What the headers {@code If-Match} and {@code If-None-Match} of a change say.
     *
     * @throws WebApplicationException 428 if both are missing, 412 if both are there, which can never be true
     */
    public static Expected either(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return match(ifMatch);
        }
        if (!ifNoneMatch.strip().equals(ANY)) {
            throw new IllegalArgumentException("Send If-None-Match: * to make a new one, or If-Match to change one.");
        }
        if (ifMatch != null) {
            throw Problem.of(
                            412,
                            "Conditions at odds",
                            "What If-Match names is there, and If-None-Match: * wants nothing there. Send one of both.")
                    .failure();
        }
        return Expected.NOTHING;
    }

    /** Weak tags match nothing here; a text that is no tag is a tag of nothing. */
    private static Set<String> tags(String header) {
        Set<String> tags = new HashSet<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tags.add(matcher.group(1) == null ? matcher.group(2) : header);
            end = matcher.end();
        }
        return tags.isEmpty() ? Set.of(header) : tags;
    }
}
