package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;

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
record NameToken(
        String text, String shown, int start, int end, boolean bracketed, boolean comma, boolean hash, char glue) {

    /**
     * Splits a cleaned name into words: everything but letters, digits and the marks that belong to them separates;
     * apostrophes vanish ({@code WENDY'S} is WENDYS); dotted or spaced initials join ({@code C.B.R.E.} is CBRE).
     */
    static List<NameToken> of(String clean) {
        List<NameToken> tokens = new ArrayList<>();
        int depth = 0;
        boolean comma = false;
        boolean hash = false;
        int previousEnd = 0;
        int i = 0;
        while (i < clean.length()) {
            int c = clean.codePointAt(i);
            if (wordPart(c)) {
                int end = wordEnd(clean, i);
                String shown = clean.substring(i, end);
                char glue = i - previousEnd == 1 && clean.charAt(previousEnd) == '-' ? '-' : ' ';
                tokens.add(new NameToken(textOf(shown), shown, i, end, depth > 0, comma, hash, glue));
                previousEnd = end;
                comma = false;
                hash = false;
                i = end;
                continue;
            }
            switch (c) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                case ',' -> comma = true;
                case '#' -> hash = true;
                case '&', '+' -> {
                    tokens.add(new NameToken("AND", "&", i, i + 1, depth > 0, comma, false, ' '));
                    comma = false;
                }
                default -> {}
            }
            i += Character.charCount(c);
        }
        return joinInitials(tokens, clean);
    }

    /** The texts of the words of a table or a rule, split as names are. */
    static List<String> texts(String raw) {
        List<String> texts = new ArrayList<>();
        of(Cleaner.clean(raw)).forEach(token -> texts.add(token.text));
        return texts;
    }

    private static boolean wordPart(int c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static int wordEnd(String clean, int start) {
        int end = start;
        while (end < clean.length()) {
            int c = clean.codePointAt(end);
            boolean apostrophe = c == '\'' && end + 1 < clean.length() && wordPart(clean.codePointAt(end + 1));
            if (!wordPart(c) && !apostrophe) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static List<NameToken> joinInitials(List<NameToken> tokens, String clean) {
        List<NameToken> joined = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            int end = i + 1;
            while (end < tokens.size() && tokens.get(i).letter() && initialFollows(tokens, end, clean)) {
                end++;
            }
            joined.add(end == i + 1 ? tokens.get(i) : initials(tokens.subList(i, end)));
            i = end;
        }
        return joined;
    }

    private static boolean initialFollows(List<NameToken> tokens, int index, String clean) {
        NameToken previous = tokens.get(index - 1);
        NameToken next = tokens.get(index);
        if (!next.letter() || next.bracketed != previous.bracketed) {
            return false;
        }
        String gap = clean.substring(previous.end, next.start);
        return gap.equals(".") || gap.equals(" ") || gap.equals(". ") || gap.equals("/");
    }

    private static NameToken initials(List<NameToken> run) {
        StringBuilder text = new StringBuilder();
        run.forEach(token -> text.append(token.text));
        NameToken first = run.get(0);
        String word = text.toString();
        int end = run.get(run.size() - 1).end;
        return new NameToken(word, word, first.start, end, first.bracketed, first.comma, first.hash, first.glue);
    }

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
