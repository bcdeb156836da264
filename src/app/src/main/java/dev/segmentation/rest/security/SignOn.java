package dev.segmentation.rest.security;

import dev.segmentation.access.AccessLimits;
import dev.segmentation.access.Accounts;
import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The ways in which people and machines may sign on here. */
@Startup
@Singleton
public final class SignOn {
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
}
