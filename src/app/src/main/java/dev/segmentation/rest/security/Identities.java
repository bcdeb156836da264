package dev.segmentation.rest.security;

import dev.segmentation.access.Account;
import dev.segmentation.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.EnumSet;

/** Accounts as the framework sees them. */
final class Identities {
    private static final Account LOCAL = new Account("local user", EnumSet.allOf(Role.class));

    private Identities() {}

    static SecurityIdentity of(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(Role.labels(account.roles()))
                .build();
    }

    /** Whoever is on this machine, where nobody can sign on. */
    static SecurityIdentity local() {
        return of(LOCAL);
    }
}
