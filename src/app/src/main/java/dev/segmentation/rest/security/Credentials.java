package dev.segmentation.rest.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password as HTTP Basic carries them. */
record Credentials(String name, char[] password) {
    private static final String SCHEME = "basic ";

    /** What the header holds; empty if it is of another scheme. A header that is damaged holds nobody's credentials. */
    static Optional<Credentials> basic(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String text = decoded(header.substring(SCHEME.length()).strip());
        int colon = text.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Credentials("", new char[0])
                        : new Credentials(
                                text.substring(0, colon),
                                text.substring(colon + 1).toCharArray()));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
