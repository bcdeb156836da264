package dev.segmentation.run;

/** Looks at texts that people send, before they come into a table that others open in a spreadsheet. */
final class WrittenText {
    private static final String FORMULA = "=+-@";

    private WrittenText() {}

    /**
     * One line without blanks around it.
     *
     * @param what how people call it
     * @param text may be {@code null}, which is blank
     * @param longest how many characters it may have
     * @throws IllegalArgumentException if it is longer, or cannot stand in a table as it is
     */
    static String line(String what, String text, int longest) {
        String said = text == null ? "" : text;
        int length = said.codePointCount(0, said.length());
        if (length > longest) {
            throw new IllegalArgumentException(what + " has at most " + longest + " characters, not " + length + ".");
        }
        if (said.codePoints().anyMatch(WrittenText::unfit)) {
            throw new IllegalArgumentException(what + " is one line of text without control characters.");
        }
        String line = said.strip();
        if (!line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0) {
            throw new IllegalArgumentException(
                    what + " must not begin with " + line.charAt(0) + ": a spreadsheet would take it for a formula.");
        }
        return line;
    }

    private static boolean unfit(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
