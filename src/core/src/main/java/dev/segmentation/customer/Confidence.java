package dev.segmentation.customer;

/** How sure a decision is. */
public enum Confidence {
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /** The word that stands in the tables. */
    public String label() {
        return label;
    }
}
