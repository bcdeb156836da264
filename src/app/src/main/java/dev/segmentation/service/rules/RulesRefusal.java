package dev.segmentation.service.rules;

/** A change of the rules is not done, and why. */
public final class RulesRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        /** There is no such thing. */
        UNKNOWN,
        /** Somebody else may do it. */
        FORBIDDEN,
        /** It changed since the one who asks saw it. */
        CHANGED,
        /** It contradicts how things stand. */
        CONFLICT,
        /** There is too much of it. */
        TOO_MUCH
    }

    RulesRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}
