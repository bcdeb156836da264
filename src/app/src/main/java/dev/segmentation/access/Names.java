package dev.segmentation.access;

import java.util.regex.Pattern;

/** What people and tokens may be called: names stand in lines of files, in headers and in the journal. */
final class Names {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,62}[\\p{L}\\p{N}.]|[\\p{L}\\p{N}]");

    private Names() {}

    static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "(" + name
                            + ") is no name. Use up to 64 letters, digits, spaces and . _ @ + -, beginning with a letter or digit");
        }
    }
}
