package dev.segmentation.rest;

import dev.segmentation.decision.Expected;
import dev.segmentation.rest.http.Problem;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers {@code If-Match} and {@code If-None-Match} of a change say. */
public final class Conditions {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");
    private static final String ANY = "*";

    private Conditions() {}

    /**
     * What {@code If-Match} names.
     *
     * @throws WebApplicationException 428 if it is missing
     */
    static Expected match(String ifMatch) {
        String header = given(ifMatch);
        return header.equals(ANY) ? Expected.ANYTHING : Expected.tagged(tags(header));
    }

    /**
     * The one tag that {@code If-Match} names.
     *
     * @throws WebApplicationException 428 if it is missing
     */
    static String one(String ifMatch) {
        String header = given(ifMatch);
        boolean quoted = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
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
     * What either header says.
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
