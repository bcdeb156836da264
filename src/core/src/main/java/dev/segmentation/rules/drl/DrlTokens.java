package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a DRL text, and a walk over them. Knows only the characters of which rules are made: Drools and Java read a text
 * three more times, each in its own way; so nothing passes whose meaning depends on the reader: no escapes, no characters that
 * cannot be seen, and comments are replaced by spaces before anything is compiled.
 */
final class DrlTokens {
    private static final Pattern NEXT = Pattern.compile("[ \\t\\r\\n]+|(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|\"(?<text>[^\"\\n]*)\"|(?<word>[A-Za-z_$][A-Za-z_$0-9]*)|(?<number>[0-9]+)"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[().,;:<>!+-])");
    private static final Pattern WORD_START = Pattern.compile("[A-Za-z_$]");
    private static final String IN_TEXTS = " -–—.,:&/()'’‘“”+%!?_";
    private static final int LONGEST_TEXT = 1000;

    private final String text;
    private final StringBuilder code;
    private final List<DrlToken> tokens = new ArrayList<>();
    private long line = 1;
    private int at;

    /**
     * Cuts a text.
     *
     * @throws DrlRefusal at the first character that may not stand where it does
     */
    DrlTokens(String drl) throws DrlRefusal {
        text = drl.startsWith("\uFEFF") ? " " + drl.substring(1) : drl;
        code = new StringBuilder(text);
        characters();
        Matcher next = NEXT.matcher(text);
        for (int start = 0; start < text.length(); start = next.end()) {
            if (!next.region(start, text.length()).lookingAt()) {
                throw misplaced(start);
            }
            cut(next);
            line += next.group().chars().filter(c -> c == '\n').count();
        }
        add(Kind.END, "the end of the file");
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
                throw new DrlRefusal(
                        row,
                        String.format("U+%04X", (int) c),
                        "a character that cannot be seen",
                        "Delete it and write the line anew.");
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

    private DrlRefusal misplaced(int start) {
        if (text.startsWith("/*", start)) {
            return new DrlRefusal(line, "/*", "a comment is opened and not closed", "Write */ behind it.");
        }
        if (text.charAt(start) == '"') {
            return new DrlRefusal(line, "\"", "a quotation mark is opened and not closed on its line", "Close it.");
        }
        String sign = Character.toString(text.codePointAt(start));
        return new DrlRefusal(line, sign, "this may not stand in a rule");
    }

    private void cut(Matcher found) throws DrlRefusal {
        if (found.group("comment") != null) {
            for (int i = found.start(); i < found.end(); i++) {
                if (text.charAt(i) != '\n') {
                    code.setCharAt(i, ' ');
                }
            }
        } else if (found.group("text") != null) {
            checkText(found.group("text"));
            add(Kind.TEXT, found.group("text"));
        } else if (found.group("word") != null) {
            add(Kind.WORD, found.group("word"));
        } else if (found.group("number") != null) {
            String behind = text.substring(found.end(), Math.min(found.end() + 1, text.length()));
            if (WORD_START.matcher(behind).matches()) {
                throw new DrlRefusal(line, found.group("number") + behind, "no whole number");
            }
            add(Kind.NUMBER, found.group("number"));
        } else if (found.group("sign") != null) {
            add(Kind.SIGN, found.group("sign"));
        }
    }

    private void checkText(String content) throws DrlRefusal {
        if (content.length() > LONGEST_TEXT) {
            throw new DrlRefusal(line, content.substring(0, 40), "a text this long", "Shorten it.");
        }
        if (content.contains("//")) {
            throw new DrlRefusal(line, "//", "what begins a comment may not stand in a text", "Write one stroke.");
        }
        for (int c : content.codePoints().toArray()) {
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
    }

    private void add(Kind kind, String content) {
        tokens.add(new DrlToken(kind, content, line));
    }

    /** The text with spaces in the place of comments; lines are where they were. */
    String code() {
        return code.toString();
    }

    DrlToken peek() {
        return tokens.get(at);
    }

    DrlToken second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int position() {
        return at;
    }

    DrlToken take() {
        DrlToken token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean at(String wordOrSign) {
        return peek().is(wordOrSign);
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean skip(String wordOrSign) {
        boolean there = at(wordOrSign);
        if (there) {
            take();
        }
        return there;
    }

    DrlToken expect(String wordOrSign) throws DrlRefusal {
        return expect(at(wordOrSign), wordOrSign);
    }

    DrlToken expect(Kind kind, String what) throws DrlRefusal {
        return expect(at(kind), what);
    }

    private DrlToken expect(boolean there, String what) throws DrlRefusal {
        if (!there) {
            throw peek().refused("this stands where " + what + " has to stand");
        }
        return take();
    }

    /** Goes on behind the present rule: to the next {@code end} or before the next {@code rule}. */
    void recover() {
        take();
        while (!at(Kind.END) && !at("rule")) {
            if (take().is("end")) {
                return;
            }
        }
    }
}
