package dev.segmentation.rest.security;

import dev.segmentation.access.AccessLimits;
import dev.segmentation.access.Account;
import dev.segmentation.access.Accounts;
import dev.segmentation.access.Role;
import dev.segmentation.access.Token;
import dev.segmentation.access.TooManyAttempts;
import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import io.quarkus.runtime.Startup;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;

/** Tells who asks: by our own tokens, by name and password, or by the cookie of a session. Other tokens are for OIDC. */
@Startup
@Singleton
public final class SignOn implements HttpAuthenticationMechanism {
    /** A header that browsers send, and nobody else. */
    public static final String FETCH_SITE = "Sec-Fetch-Site";

    private static final int BEFORE_OIDC = 3_000;
    private static final String WAIT = SignOn.class.getName() + ".wait";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    /** Whoever is on this machine, where nobody can sign on. */
    private static final SecurityIdentity LOCAL = identity(new Account("local user", EnumSet.allOf(Role.class)));

    private final boolean open;
    private final Accounts accounts;
    private final BlockingSecurityExecutor blocking;
    private final ProblemWriter problems;

    SignOn(SegmentationConfig config, BlockingSecurityExecutor blocking, ProblemWriter problems) {
        AccessConfig access = config.access();
        this.open = isOpen(access);
        this.accounts = new Accounts(
                access.users(),
                access.tokens(),
                new AccessLimits(
                        access.signInFailures(), access.signInWindow(), access.sessionIdle(), access.sessionLongest()),
                Clock.systemUTC());
        this.blocking = blocking;
        this.problems = problems;
    }

    /** Whether nobody can sign on, so that whoever is on this machine may do everything. */
    static boolean isOpen(AccessConfig config) {
        return config.users().isEmpty()
                && config.tokens().isEmpty()
                && config.oidc().issuer().isEmpty();
    }

    Accounts accounts() {
        return accounts;
    }

    /** An account as the framework sees it. */
    static SecurityIdentity identity(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(Role.labels(account.roles()))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (open) {
            boolean here = RequestHeaders.isLoopbackAddress(
                    context.request().remoteAddress().hostAddress());
            return here ? Uni.createFrom().item(LOCAL) : Uni.createFrom().nullItem();
        }
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return RequestHeaders.sessionSecret(context.request())
                    .flatMap(accounts::session)
                    .map(account -> Uni.createFrom().item(identity(account)))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return password(context, decoded(header.substring(BASIC.length()).strip()));
        }
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = bearer ? header.substring(BEARER.length()).strip() : "";
        return token.startsWith(Token.PREFIX)
                ? known(accounts.token(token))
                : Uni.createFrom().nullItem();
    }

    /** Name and password as HTTP Basic carries them; a header that is damaged holds nobody's. */
    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Uni<SecurityIdentity> password(RoutingContext context, String credentials) {
        int colon = credentials.indexOf(':');
        String name = colon < 0 ? "" : credentials.substring(0, colon);
        char[] password =
                colon < 0 ? new char[0] : credentials.substring(colon + 1).toCharArray();
        Optional<Account> known = accounts.known(name, password);
        if (known.isPresent()) {
            return known(known);
        }
        String address = context.request().remoteAddress().hostAddress();
        return blocking.executeBlocking(() -> {
                    try {
                        return accounts.password(name, password, address);
                    } catch (TooManyAttempts e) {
                        context.put(WAIT, e.seconds());
                        return Optional.<Account>empty();
                    }
                })
                .onItem()
                .transformToUni(SignOn::known);
    }

    private static Uni<SecurityIdentity> known(Optional<Account> account) {
        return account.map(found -> Uni.createFrom().item(identity(found)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
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

    String challenge(RoutingContext context) {
        return challenge(context.request().getHeader(FETCH_SITE));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge(context)));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Long wait = context.get(WAIT);
        if (wait == null) {
            context.response().putHeader("WWW-Authenticate", challenge(context));
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        problems.send(context, Problem.of(wait == null ? 401 : 429));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, "segmenter"));
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }
}
