package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.List;

/** Walks over the tokens of a rule file. */
final class DrlCursor {
    private final List<DrlToken> tokens;
    private int at;

    DrlCursor(List<DrlToken> tokens) {
        this.tokens = tokens;
    }

    DrlToken peek() {
        return tokens.get(at);
    }

    /** The token behind the next one. */
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

    /** Takes the next token if it is this word or sign. */
    boolean skip(String wordOrSign) {
        boolean there = at(wordOrSign);
        if (there) {
            take();
        }
        return there;
    }

    /** Takes the next token, which must be this word or sign. */
    DrlToken expect(String wordOrSign) throws DrlRefusal {
        if (!at(wordOrSign)) {
            throw unexpected(wordOrSign);
        }
        return take();
    }

    DrlToken expect(Kind kind, String what) throws DrlRefusal {
        if (!at(kind)) {
            throw unexpected(what);
        }
        return take();
    }

    private DrlRefusal unexpected(String expected) {
        return new DrlRefusal(peek().line(), peek().text(), "this stands where " + expected + " has to stand");
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
