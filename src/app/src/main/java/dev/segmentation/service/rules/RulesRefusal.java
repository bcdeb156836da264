package dev.segmentation.service.rules;

/** A change of the rules is not done, and why. */
public final class RulesRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        UNKNOWN,
        FORBIDDEN,
        /** It changed since the one who asks saw it. */
        CHANGED,
        CONFLICT,
        TOO_MUCH
    }

    private RulesRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static RulesRefusal unknown(String message) {
        return new RulesRefusal(Kind.UNKNOWN, message);
    }

    static RulesRefusal forbidden(String message) {
        return new RulesRefusal(Kind.FORBIDDEN, message);
    }

    static RulesRefusal changed(String message) {
        return new RulesRefusal(Kind.CHANGED, message);
    }

    static RulesRefusal conflict(String message) {
        return new RulesRefusal(Kind.CONFLICT, message);
    }

    static RulesRefusal tooMuch(String message) {
        return new RulesRefusal(Kind.TOO_MUCH, message);
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}
