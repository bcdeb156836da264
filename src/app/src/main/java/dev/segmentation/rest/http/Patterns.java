package dev.segmentation.rest.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What texts that come into a table look like, as the OpenAPI document says it; {@code run} checks the same. */
public final class Patterns {
    private static final String BLANKS = " \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000";
    private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";
    private static final String WORDS = "[^=+\\-@" + BLANKS + CONTROLS + "][^" + CONTROLS + "]*";

    /** One line that no spreadsheet takes for a formula; may be blank. */
    public static final String LINE = "^[" + BLANKS + "]*(" + WORDS + ")?$";
    /** The same with something in it. */
    public static final String NAME = "^[" + BLANKS + "]*" + WORDS + "$";
    /** One line that comes into no table; may be blank. */
    public static final String TEXT = "^[^" + CONTROLS + "]*$";
    /** The same with something in it. */
    public static final String TITLE = "^[" + BLANKS + "]*[^" + BLANKS + CONTROLS + "][^" + CONTROLS + "]*$";
    /** A code, a range of codes, or nothing. */
    public static final String NAICS = "^[" + BLANKS + "]*([0-9]{2,6}|[0-9]{2}-[0-9]{2})?[" + BLANKS + "]*$";
    /** A host, the address of a page, or nothing. */
    public static final String WEBSITE = "^[" + BLANKS
            + "]*((https?://)?([A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?\\.){1,3}" + "[A-Za-z]{2,20}(/[!-~]*)?)?$";
    /** Something other than blanks. */
    public static final String FILLED = "\\S";

    /** The longest word that is looked up in a list. */
    public static final int WORD = 100;

    private Patterns() {}

    /**
     * Refuses a text that is too long.
     *
     * @param what how people call it
     */
    public static void check(String what, String text, int longest) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException(what + " has " + longest + " characters at most.");
        }
    }

    /** Refuses a content that is no text in UTF-8. */
    public static void checkUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The content is not UTF-8.", e);
        }
    }
}
