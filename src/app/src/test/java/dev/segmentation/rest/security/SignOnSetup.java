package dev.segmentation.rest.security;

import dev.segmentation.access.Role;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** A user of each role, tokens of machines, and an issuer of OpenID Connect in this process. */
public class SignOnSetup implements QuarkusTestResourceLifecycleManager {
    private final MockOAuth2Server issuer = new MockOAuth2Server();

    @Override
    public Map<String, String> start() {
        issuer.start();
        try {
            Path folder = Files.createTempDirectory("sign-on");
            Path users = folder.resolve("users");
            for (Role role : Role.values()) {
                AccessFiles.addUser(users, role.label(), password(role.label()), role);
            }
            AccessFiles.addUser(users, "Zoë Müller", password("Zoë Müller"), Role.ANALYST, Role.OPERATOR);
            Path tokens = folder.resolve("tokens");
            return Map.ofEntries(
                    Map.entry("segmenter.users", users.toString()),
                    Map.entry("segmenter.tokens", tokens.toString()),
                    Map.entry("segmenter.hosts", "segmenter.example"),
                    Map.entry("segmenter.max-body", "64K"),
                    Map.entry("segmenter.max-upload", "128K"),
                    Map.entry(
                            "segmenter.oidc.issuer", issuer.issuerUrl("company").toString()),
                    Map.entry("test.token", AccessFiles.addToken(tokens, "billing", Instant.MAX, Role.OPERATOR)),
                    Map.entry("test.old-token", AccessFiles.addToken(tokens, "old", Instant.EPOCH, Role.OPERATOR)),
                    // tests take addresses of their own, as clients behind a trusted proxy do
                    Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                    Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                    Map.entry("quarkus.http.proxy.trusted-proxies", "127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String password(String name) {
        return "correct horse of " + name;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                issuer, new TestInjector.AnnotatedAndMatchesType(Issuer.class, MockOAuth2Server.class));
    }

    @Override
    public void stop() {
        issuer.shutdown();
    }
}
