package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts DRL into tokens, and knows only the characters of which rules are made. Drools and Java read a text three more
 * times, each in its own way; so nothing passes whose meaning depends on the reader: no escapes, no characters that
 * cannot be seen, and comments are replaced by spaces before anything is compiled.
 */
final class DrlLexer {
    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLES = "().,;:<>!+-";
    private static final String IN_TEXTS = " -–—.,:&/()'’‘“”+%!?_";

    private static final int LONGEST_TEXT = 1000;

    private final String text;
    private final StringBuilder code;
    private final List<DrlToken> tokens = new ArrayList<>();
    private int at;
    private long line = 1;

    private DrlLexer(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
    }

    /**
     * A text in tokens.
     *
     * @param tokens all of them, the last is an {@link Kind#END}
     * @param code the text with spaces in the place of comments; lines are where they were
     */
    record Lexed(List<DrlToken> tokens, String code) {}

    /**
     * Cuts a text.
     *
     * @throws DrlRefusal at the first character that may not stand where it does
     */
    static Lexed read(String text) throws DrlRefusal {
        DrlLexer lexer = new DrlLexer(text.startsWith("\uFEFF") ? " " + text.substring(1) : text);
        lexer.characters();
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "the end of the file");
        return new Lexed(List.copyOf(lexer.tokens), lexer.code.toString());
    }

    /** Characters that some reader takes for something else than it looks, wherever they stand. */
    private void characters() throws DrlRefusal {
        long row = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~' && c != '\\') {
                continue;
            }
            if (c == '\\') {
                throw new DrlRefusal(row, "\\", "a backslash may not stand in rules, nor in their comments");
            }
            boolean lineEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c != '\n' && c != '\t' && !lineEnd && hidden(c)) {
                String code = String.format("U+%04X", (int) c);
                throw new DrlRefusal(
                        row, code, "a character that cannot be seen", "Delete it and write the line anew.");
            }
            row += c == '\n' ? 1 : 0;
        }
    }

    /** Whether a character cannot be seen, or says nothing to people. */
    static boolean hidden(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private void next() throws DrlRefusal {
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            blank(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new DrlRefusal(line, "/*", "a comment is opened and not closed", "Write */ behind it.");
            }
            blank(end + 2);
        } else if (c == '"') {
            quoted();
        } else if (isWordStart(c)) {
            word();
        } else if (isDigit(c)) {
            number();
        } else {
            sign();
        }
    }

    private void blank(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            } else {
                code.setCharAt(at, ' ');
            }
        }
    }

    private void quoted() throws DrlRefusal {
        int end = text.indexOf('"', at + 1);
        int lineEnd = text.indexOf('\n', at);
        if (end < 0 || lineEnd >= 0 && lineEnd < end) {
            throw new DrlRefusal(line, "\"", "a quotation mark is opened and not closed on its line", "Close it.");
        }
        String content = text.substring(at + 1, end);
        if (content.length() > LONGEST_TEXT) {
            throw new DrlRefusal(line, content.substring(0, 40), "a text this long", "Shorten it.");
        }
        if (content.contains("//")) {
            throw new DrlRefusal(line, "//", "what begins a comment may not stand in a text", "Write one stroke.");
        }
        for (int i = 0; i < content.length(); i += Character.charCount(content.codePointAt(i))) {
            int c = content.codePointAt(i);
            if (!Character.isLetterOrDigit(c)
                    && IN_TEXTS.indexOf(c) < 0
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                throw new DrlRefusal(
                        line,
                        Character.toString(c),
                        "a character that no text in a rule may hold",
                        "Write the text with letters, digits and plain punctuation.");
            }
        }
        add(Kind.TEXT, content);
        at = end + 1;
    }

    private void word() {
        int start = at;
        while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        add(Kind.WORD, text.substring(start, at));
    }

    private void number() throws DrlRefusal {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (at < text.length() && isWordStart(text.charAt(at))) {
            throw new DrlRefusal(line, digits + text.charAt(at), "no whole number");
        }
        add(Kind.NUMBER, digits);
    }

    private void sign() throws DrlRefusal {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        String sign = PAIRS.contains(pair) ? pair : new String(Character.toChars(text.codePointAt(at)));
        if (!PAIRS.contains(sign) && SINGLES.indexOf(sign) < 0) {
            throw new DrlRefusal(line, sign, "this may not stand in a rule");
        }
        add(Kind.SIGN, sign);
        at += sign.length();
    }

    private void add(Kind kind, String content) {
        tokens.add(new DrlToken(kind, content, line));
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
