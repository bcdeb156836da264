package dev.segmentation.rest.security;

import dev.segmentation.access.AccessLimits;
import dev.segmentation.access.Account;
import dev.segmentation.access.Accounts;
import dev.segmentation.access.Role;
import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;

/** The ways in which people and machines may sign on here. */
@Startup
@Singleton
public final class SignOn {
    /** A header that browsers send, and nobody else. */
    public static final String FETCH_SITE = "Sec-Fetch-Site";

    /** Whoever is on this machine, where nobody can sign on. */
    static final Account LOCAL = new Account("local user", EnumSet.allOf(Role.class));

    private final AccessConfig config;
    private final Accounts accounts;

    SignOn(SegmentationConfig config) {
        this.config = config.access();
        this.accounts = new Accounts(
                this.config.users(),
                this.config.tokens(),
                new AccessLimits(
                        this.config.signInFailures(),
                        this.config.signInWindow(),
                        this.config.sessionIdle(),
                        this.config.sessionLongest()),
                Clock.systemUTC());
    }

    Accounts accounts() {
        return accounts;
    }

    /** Whether nobody can sign on, so that whoever is on this machine may do everything. */
    boolean open() {
        return config.users().isEmpty()
                && config.tokens().isEmpty()
                && config.oidc().issuer().isEmpty();
    }

    /** An account as the framework sees it. */
    static SecurityIdentity identity(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(Role.labels(account.roles()))
                .build();
    }

    /**
     * What {@code WWW-Authenticate} says to somebody who did not sign on. Browsers would open a window of their own for Basic; to
     * them it is not offered.
     */
    public String challenge(String fetchSite) {
        String bearer = "Bearer realm=\"segmenter\"";
        return accounts.hasPasswords() && fetchSite == null
                ? "Basic realm=\"segmenter\", charset=\"UTF-8\", " + bearer
                : bearer;
    }
}
