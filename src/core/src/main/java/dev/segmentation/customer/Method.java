package dev.segmentation.customer;

import java.util.Optional;

/** How a master came to its industrial group, and how sure that makes the decision. */
public enum Method {
    MANUAL_OVERRIDE("Manual Override", Confidence.HIGH),
    RULE_BASED("Rule-Based", Confidence.HIGH),
    ENTITY_INFERENCE("Entity Inference", Confidence.MEDIUM),
    AI_ASSISTED_SEARCH("AI-Assisted Search", Confidence.MEDIUM),
    HEURISTIC("Heuristic", Confidence.LOW),
    UNCLASSIFIED("Unclassified", Confidence.LOW);

    private final String label;
    private final Confidence confidence;

    Method(String label, Confidence confidence) {
        this.label = label;
        this.confidence = confidence;
    }

    /** The word that stands in the tables. */
    public String label() {
        return label;
    }

    /** The confidence of a decision that no human status qualifies. */
    public Confidence confidence() {
        return confidence;
    }

    /** The method of that name; case and surrounding space do not matter. */
    public static Optional<Method> parse(String text) {
        for (Method method : values()) {
            if (method.label.equalsIgnoreCase(text.strip())) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
