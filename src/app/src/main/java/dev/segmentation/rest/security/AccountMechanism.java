package dev.segmentation.rest.security;

import dev.segmentation.access.Account;
import dev.segmentation.access.Token;
import dev.segmentation.access.TooManyAttempts;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Tells who asks: by our own tokens, by name and password, or by the cookie of a session. Other tokens are for OIDC. */
@Singleton
final class AccountMechanism implements HttpAuthenticationMechanism {
    private static final int BEFORE_OIDC = 3_000;
    private static final String WAIT = AccountMechanism.class.getName() + ".wait";
    private static final String BEARER = "bearer ";

    private final SignOn signOn;
    private final BlockingSecurityExecutor blocking;
    private final ProblemWriter problems;

    AccountMechanism(SignOn signOn, BlockingSecurityExecutor blocking, ProblemWriter problems) {
        this.signOn = signOn;
        this.blocking = blocking;
        this.problems = problems;
    }

    /** Name and password as HTTP Basic carries them. */
    private record Credentials(String name, char[] password) {
        private static final String SCHEME = "basic ";

        /** What the header holds; empty if it is of another scheme. A header that is damaged holds nobody's credentials. */
        static Optional<Credentials> basic(String header) {
            if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                return Optional.empty();
            }
            String text = decoded(header.substring(SCHEME.length()).strip());
            int colon = text.indexOf(':');
            return Optional.of(
                    colon < 0
                            ? new Credentials("", new char[0])
                            : new Credentials(
                                    text.substring(0, colon),
                                    text.substring(colon + 1).toCharArray()));
        }

        private static String decoded(String base64) {
            try {
                return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (signOn.open()) {
            boolean here =
                    Hosts.isLoopbackAddress(context.request().remoteAddress().hostAddress());
            return here
                    ? Uni.createFrom().item(SignOn.identity(SignOn.LOCAL))
                    : Uni.createFrom().nullItem();
        }
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return session(context);
        }
        Optional<Credentials> credentials = Credentials.basic(header);
        if (credentials.isPresent()) {
            return password(context, credentials.get());
        }
        return ours(header)
                ? identity(signOn.accounts()
                        .token(header.substring(BEARER.length()).strip()))
                : none();
    }

    private static boolean ours(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && header.substring(BEARER.length()).strip().startsWith(Token.PREFIX);
    }

    private Uni<SecurityIdentity> session(RoutingContext context) {
        return Cookies.secret(context.request())
                .flatMap(signOn.accounts()::session)
                .map(account -> Uni.createFrom().item(SignOn.identity(account)))
                .orElseGet(AccountMechanism::none);
    }

    private Uni<SecurityIdentity> password(RoutingContext context, Credentials credentials) {
        Optional<Account> known = signOn.accounts().known(credentials.name(), credentials.password());
        if (known.isPresent()) {
            return identity(known);
        }
        String address = context.request().remoteAddress().hostAddress();
        return blocking.executeBlocking(() -> checked(credentials, address, context))
                .onItem()
                .transformToUni(AccountMechanism::identity);
    }

    private Optional<Account> checked(Credentials credentials, String address, RoutingContext context) {
        try {
            return signOn.accounts().password(credentials.name(), credentials.password(), address);
        } catch (TooManyAttempts e) {
            context.put(WAIT, e.seconds());
            return Optional.empty();
        }
    }

    private static Uni<SecurityIdentity> identity(Optional<Account> account) {
        return account.map(found -> Uni.createFrom().item(SignOn.identity(found)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static Uni<SecurityIdentity> none() {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge(context)));
    }

    private String challenge(RoutingContext context) {
        return signOn.challenge(context.request().getHeader(SignOn.FETCH_SITE));
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
