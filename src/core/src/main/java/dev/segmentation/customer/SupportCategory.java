package dev.segmentation.customer;

import java.util.Optional;

/** The secondary classes, which refine a group and never replace it. */
public enum SupportCategory {
    NONE(""),
    RETAIL("Retail"),
    HOSPITALITY("Hospitality"),
    TELECOMMUNICATIONS("Telecommunications"),
    MECHANICAL_CONTRACTOR("Mechanical Contractor");

    private final String label;

    SupportCategory(String label) {
        this.label = label;
    }

    /** The word that stands in the tables; empty for none. */
    public String label() {
        return label;
    }

    /** The category of that name, {@link #NONE} for a blank text, empty for an unknown word. */
    public static Optional<SupportCategory> parse(String text) {
        for (SupportCategory category : values()) {
            if (category.label.equalsIgnoreCase(text.strip())) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
