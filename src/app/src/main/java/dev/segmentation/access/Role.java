package dev.segmentation.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do. The others hold everything that a viewer may; beyond that they hold nothing of each other. */
public enum Role {
    /** Reads. */
    VIEWER("viewer"),
    /** Decides, imports batches, accepts suggestions. */
    ANALYST("analyst"),
    /** Publishes rules and takes them back; alone may touch DRL. */
    RULES_ADMIN("rules-admin"),
    /** Starts and cancels runs, sees metrics. */
    OPERATOR("operator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The word that stands in files, tokens and documents. */
    public String label() {
        return label;
    }

    /** The role of that name, in any case. */
    public static Optional<Role> of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.label.equals(wanted)).findFirst();
    }

    /**
     * The roles of a list such as {@code analyst,operator}.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static Set<Role> list(String labels) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String label : labels.split(",", -1)) {
            roles.add(of(label)
                    .orElseThrow(
                            () -> new IllegalArgumentException("(" + label.strip() + ") is no role. Write " + all())));
        }
        return Collections.unmodifiableSet(roles);
    }

    /** The names of all that these roles allow: who has any role is a viewer as well. */
    public static Set<String> labels(Collection<Role> roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(roles);
        if (!held.isEmpty()) {
            held.add(VIEWER);
        }
        return held.stream().map(Role::label).collect(Collectors.toUnmodifiableSet());
    }

    /** The roles as they stand in a file. */
    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(","));
    }

    private static String all() {
        return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
    }
}
