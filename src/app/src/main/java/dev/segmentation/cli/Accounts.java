package dev.segmentation.cli;

import dev.segmentation.access.Role;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands over users and tokens have in common. */
final class Accounts {
    static final String ROLES = "viewer, analyst, rules-admin or operator; several with commas.";

    private Accounts() {}

    static Set<Role> roles(String labels, CommandSpec spec) {
        return checked(() -> Role.list(labels), spec);
    }

    /** What cannot be is wrong usage. */
    static <T> T checked(Supplier<T> made, CommandSpec spec) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }
}
