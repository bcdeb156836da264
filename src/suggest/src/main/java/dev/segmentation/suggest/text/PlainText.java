package dev.segmentation.suggest.text;

import java.util.Locale;

/** Makes a harmless line of a text that strangers wrote: for tables, for screens, and for language models. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text on one line, without control characters, direction marks and whatever else cannot be seen.
     *
     * @param longest how many characters are kept; what is longer ends in an ellipsis
     */
    public static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() <= longest; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = line.length() > 0;
            } else if (seen(c)) {
                line.append(space ? " " : "").appendCodePoint(c);
                space = false;
            }
        }
        return line.length() <= longest ? line.toString() : cut(line, longest);
    }

    private static boolean seen(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }

    private static String cut(StringBuilder line, int longest) {
        int end = longest - 1;
        boolean halved = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, halved ? end - 1 : end).stripTrailing() + "…";
    }

    /** The text of a piece of HTML, as search services send it: marks of emphasis and the commonest entities. */
    public static String withoutMarkup(String html, int longest) {
        String text = html.replaceAll("<[^<>]{0,200}>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return line(text, longest);
    }

    /** Whether a text holds a mark of HTML or Markdown that would show on a page. */
    public static boolean marked(String text) {
        return text.indexOf('<') >= 0
                || text.indexOf('>') >= 0
                || text.indexOf('`') >= 0
                || text.contains("**")
                || text.contains("](")
                || text.toLowerCase(Locale.ROOT).contains("://");
    }
}
