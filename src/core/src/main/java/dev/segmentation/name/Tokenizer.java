package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a cleaned name into words: everything but letters, digits and the marks that belong to them separates;
 * apostrophes vanish ({@code WENDY'S} is WENDYS); dotted or spaced initials join ({@code C.B.R.E.} is CBRE).
 */
final class Tokenizer {
    private Tokenizer() {}

    static List<Token> tokens(String clean) {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        boolean comma = false;
        boolean hash = false;
        int previousEnd = 0;
        int i = 0;
        while (i < clean.length()) {
            int c = clean.codePointAt(i);
            if (wordPart(c)) {
                int end = wordEnd(clean, i);
                tokens.add(word(clean, i, end, depth > 0, comma, hash, glue(clean, previousEnd, i)));
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
                    tokens.add(new Token("AND", "&", i, i + 1, depth > 0, comma, false, ' '));
                    comma = false;
                }
                default -> {}
            }
            i += Character.charCount(c);
        }
        return joinInitials(tokens, clean);
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

    private static Token word(
            String clean, int start, int end, boolean bracketed, boolean comma, boolean hash, char glue) {
        String shown = clean.substring(start, end);
        return new Token(Token.textOf(shown), shown, start, end, bracketed, comma, hash, glue);
    }

    private static char glue(String clean, int from, int to) {
        return to - from == 1 && clean.charAt(from) == '-' ? '-' : ' ';
    }

    private static List<Token> joinInitials(List<Token> tokens, String clean) {
        List<Token> joined = new ArrayList<>(tokens.size());
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

    private static boolean initialFollows(List<Token> tokens, int index, String clean) {
        Token previous = tokens.get(index - 1);
        Token next = tokens.get(index);
        if (!next.letter() || next.bracketed() != previous.bracketed()) {
            return false;
        }
        String gap = clean.substring(previous.end(), next.start());
        return gap.equals(".") || gap.equals(" ") || gap.equals(". ") || gap.equals("/");
    }

    private static Token initials(List<Token> run) {
        StringBuilder text = new StringBuilder();
        run.forEach(t -> text.append(t.text()));
        Token first = run.get(0);
        String word = text.toString();
        return new Token(
                word,
                word,
                first.start(),
                run.get(run.size() - 1).end(),
                first.bracketed(),
                first.comma(),
                first.hash(),
                first.glue());
    }
}
