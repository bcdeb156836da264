package dev.segmentation.rules.table;

import dev.segmentation.customer.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bands of salience, the only numbers a rule may bear. The first band in which a rule fires decides. */
public enum Band {
    MANUAL_OVERRIDE(10000, Method.MANUAL_OVERRIDE),
    BATCH_DECISION(5000, Method.MANUAL_OVERRIDE),
    EXCEPTION(1000, Method.RULE_BASED),
    TERM(500, Method.RULE_BASED),
    KNOWN_ENTITY(300, Method.ENTITY_INFERENCE),
    HEURISTIC(100, Method.HEURISTIC),
    FALLBACK(-1000, Method.UNCLASSIFIED);

    private final int salience;
    private final Method method;

    Band(int salience, Method method) {
        this.salience = salience;
        this.method = method;
    }

    /** The number that a rule of this band bears. */
    public int salience() {
        return salience;
    }

    /** The method of what a rule of this band decides. */
    public Method method() {
        return method;
    }

    /** The name in small letters and the salience: {@code known entity (300)}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + salience + ")";
    }

    /** The band of that salience. */
    public static Optional<Band> of(int salience) {
        return Arrays.stream(values()).filter(band -> band.salience == salience).findFirst();
    }
}
