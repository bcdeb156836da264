package dev.segmentation.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may use the service, and how much of it at once. */
public interface AccessConfig {
    /** File of people who sign on with a password. */
    Optional<Path> users();

    /** File of the tokens of machines. */
    Optional<Path> tokens();

    /** Names under which the service is called, beside those of this machine; a port is no part of them. */
    Optional<List<String>> hosts();

    /** Failed attempts to sign on from one address within the window; twice as many under one name. */
    @WithDefault("10")
    int signInFailures();

    /** How long failures are remembered. */
    @WithDefault("1M")
    Duration signInWindow();

    /** A session ends when it was not used for so long. */
    @WithDefault("30M")
    Duration sessionIdle();

    /** A session ends after so long in any case. */
    @WithDefault("12H")
    Duration sessionLongest();

    /** The largest body of a request that is no upload. */
    @WithDefault("2M")
    MemorySize maxBody();

    /** The largest upload. */
    @WithDefault("20M")
    MemorySize maxUpload();

    /** Sign-on by an identity provider. */
    Oidc oidc();

    /** Sign-on by an identity provider (OpenID Connect). */
    interface Oidc {
        /** Address of the issuer; without it there is no such sign-on. */
        Optional<String> issuer();

        /** Audience that a token must be made for. */
        @WithDefault("segmenter")
        String audience();

        /** Id of this service at the issuer. */
        @WithDefault("segmenter")
        String clientId();

        /** Path of the claim that holds the roles, such as {@code realm_access/roles}. */
        @WithDefault("roles")
        String rolesClaim();
    }
}
