package dev.segmentation.rules.drl;

/**
 * One token of a rule.
 *
 * @param text its characters; of a text those between the quotation marks
 */
record DrlToken(Kind kind, String text, long line) {

    enum Kind {
        /** A keyword, a name or a variable. */
        WORD,
        TEXT,
        /** A whole number without sign. */
        NUMBER,
        /** An operator or a mark between words. */
        SIGN,
        END
    }

    /** Whether it is this word or sign, and not a text that reads the same. */
    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
    }

    /** Whether it is a name that a rule gave to something, such as {@code $m}. */
    boolean isVariable() {
        return kind == Kind.WORD && text.charAt(0) == '$';
    }

    DrlRefusal refused(String problem) {
        return new DrlRefusal(line, text, problem);
    }

    DrlRefusal refused(String problem, String advice) {
        return new DrlRefusal(line, text, problem, advice);
    }

    DrlRefusal unknownName() {
        return refused("this name is not on the list of what rules may use");
    }
}
