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

    RulesRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}
