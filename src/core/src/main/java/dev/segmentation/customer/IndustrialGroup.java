package dev.segmentation.customer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The locked list of industrial groups. Their order of precedence is data and stands in {@code rules/groups.csv}. */
public enum IndustrialGroup {
    MANUFACTURING("Manufacturing"),
    COMMERCIAL_REAL_ESTATE("Commercial Real Estate"),
    CONSTRUCTION("Construction"),
    ENERGY_SERVICES("Energy Services"),
    UTILITIES("Utilities"),
    FINANCIAL_SERVICES("Financial Services"),
    HEALTHCARE("Healthcare / Senior Living"),
    UNIVERSITY("University / College"),
    PUBLIC_SCHOOLS("Public Schools (K–12)"),
    PRIVATE_SCHOOLS("Private Schools (K–12)"),
    MUNICIPAL("Municipal / Local Government"),
    COMMERCIAL_SERVICES("Commercial Services"),
    NON_PROFIT("Non-Profit / Religious"),
    INDIVIDUAL("Individual / Misc"),
    UNKNOWN("Unknown / Needs Review");

    private static final Map<String, IndustrialGroup> BY_LABEL = new HashMap<>();

    static {
        for (IndustrialGroup group : values()) {
            BY_LABEL.put(group.label, group);
            BY_LABEL.put(fold(group.label), group);
        }
    }

    private final String label;

    IndustrialGroup(String label) {
        this.label = label;
    }

    /** The name as analysts write it, with the en dash of K–12. */
    public String label() {
        return label;
    }

    /** The group of that name; case, spacing and the kind of dash do not matter. */
    public static Optional<IndustrialGroup> parse(String text) {
        IndustrialGroup exact = BY_LABEL.get(text);
        return Optional.ofNullable(exact != null ? exact : BY_LABEL.get(fold(text)));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("\\s+", "");
    }

    @Override
    public String toString() {
        return label;
    }
}
