package dev.segmentation.cli;

import dev.segmentation.access.Role;
import dev.segmentation.cli.console.CommandGroup;
import dev.segmentation.cli.console.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the commands over users and over tokens have in common. */
abstract class AccountsCommand extends CommandGroup {
    static final String ROLES = "viewer, analyst, rules-admin or operator; several with commas.";

    AccountsCommand(String missing) {
        super(missing);
    }

    static List<String> labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).toList();
    }

    /** What was made; what cannot be is wrong usage. */
    final <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ".");
        }
    }

    /** Prints accounts as JSON, or a line for each. */
    final int print(boolean json, List<Map<String, Object>> accounts) {
        if (json) {
            line().getOut().println(Json.of(accounts));
        } else {
            accounts.forEach(account -> line().getOut()
                    .println(account.values().stream()
                            .map(value -> value instanceof List<?> roles
                                    ? roles.stream().map(Object::toString).collect(Collectors.joining(","))
                                    : value.toString())
                            .collect(Collectors.joining("  "))));
        }
        return DONE;
    }
}
