package dev.segmentation.name;

/**
 * One word of a cleaned name.
 *
 * @param text letters and digits only; {@code AND} for {@code &} and {@code +}
 * @param shown the word as written, apostrophes included
 * @param start offset of its first character in the cleaned text
 * @param end offset behind its last character
 * @param bracketed whether it stands in parentheses
 * @param comma whether a comma stands before it
 * @param hash whether a number sign stands before it
 * @param glue what joins it to the word before: a hyphen or a space
 */
record Token(String text, String shown, int start, int end, boolean bracketed, boolean comma, boolean hash, char glue) {

    /** The text of a word that is shown so. */
    static String textOf(String shown) {
        return shown.equals("&") ? "AND" : shown.indexOf('\'') < 0 ? shown : shown.replace("'", "");
    }

    boolean letter() {
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    boolean number() {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean and() {
        return text.equals("AND");
    }
}
