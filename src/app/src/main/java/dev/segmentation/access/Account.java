package dev.segmentation.access;

import java.util.Set;

/**
 * Somebody who signed on.
 *
 * @param name who it is
 * @param roles what the account may do
 */
public record Account(String name, Set<Role> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
