package dev.segmentation.access;

import java.util.Set;

/**
 * A person who signs on with a password: a line {@code name:roles:hash} of the users file.
 *
 * @param name who it is; stands in the journal
 * @param roles what the person may do, at least one
 * @param password the password, hashed
 */
public record User(String name, Set<Role> roles, PasswordHash password) {
    public User {
        AccountList.checkName(name);
        roles = Set.copyOf(roles);
    }

    static User parse(String line) {
        String[] parts = line.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a line is name:roles:hash");
        }
        return new User(parts[0], Role.list(parts[1]), PasswordHash.parse(parts[2]));
    }

    String line() {
        return name + ":" + Role.text(roles) + ":" + password.text();
    }
}
