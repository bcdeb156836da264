package dev.segmentation.customer;

import java.util.Locale;
import java.util.Optional;

/** How far a human decision has come. */
public enum Status {
    /** Accepted. */
    FINAL("Final", Confidence.HIGH),
    /** Provisional, to be confirmed. */
    DRAFT("Draft", Confidence.MEDIUM),
    /** Needs research: counts only where no rule decides, and stays on the worklist. */
    QUEUED("Queued", Confidence.LOW);

    private final String label;
    private final Confidence confidence;

    Status(String label, Confidence confidence) {
        this.label = label;
        this.confidence = confidence;
    }

    /** The word that stands in the tables. */
    public String label() {
        return label;
    }

    /** The confidence of a human decision with this status. */
    public Confidence confidence() {
        return confidence;
    }

    /** The status of that name; blank means Final. */
    public static Optional<Status> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "final" -> Optional.of(FINAL);
            case "draft" -> Optional.of(DRAFT);
            case "queued" -> Optional.of(QUEUED);
            default -> Optional.empty();
        };
    }
}
