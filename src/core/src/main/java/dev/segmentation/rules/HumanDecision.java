package dev.segmentation.rules;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;

/** A fact: what people decided about the master, or about one of its customer keys. */
public final class HumanDecision {
    /** Who decided; where queued decisions meet in one band, the earlier kind counts first. */
    public enum Kind {
        /** By hand, about the master. */
        MANUAL,
        /** By hand, about one customer key. */
        KEY,
        /** In a batch of decisions. */
        BATCH
    }

    private final Kind kind;
    private final Status status;
    private final Classification classification;
    private final Method method;
    private final String why;
    private Master master;

    /**
     * A decision that still has to be attached to its master.
     *
     * @param method the method the row claims, {@code null} if none
     * @param why where it stands, who decided and the reason, in words
     */
    public HumanDecision(Kind kind, Status status, Classification classification, Method method, String why) {
        this.kind = kind;
        this.status = status;
        this.classification = classification;
        this.method = method;
        this.why = why;
    }

    /** Who decided. */
    public Kind getKind() {
        return kind;
    }

    /** Whether it waits for research; then it counts only where no rule decides. */
    public boolean isQueued() {
        return status == Status.QUEUED;
    }

    /** The master it is about. */
    public Master getMaster() {
        return master;
    }

    public Status status() {
        return status;
    }

    boolean saysLike(HumanDecision other) {
        return kind == other.kind
                && status == other.status
                && classification.equals(other.classification)
                && method == other.method
                && why.equals(other.why);
    }

    public HumanDecision about(Master decided) {
        HumanDecision copy = new HumanDecision(kind, status, classification, method, why);
        copy.master = decided;
        return copy;
    }

    Proposal proposal(FiredRule rule) {
        return new Proposal(
                classification,
                method == null ? Method.MANUAL_OVERRIDE : method,
                rule.band(),
                kind.ordinal() - Kind.values().length,
                0,
                rule.id(),
                why,
                "",
                this);
    }
}
