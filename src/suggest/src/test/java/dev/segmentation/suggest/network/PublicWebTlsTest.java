package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.suggest.network.Web.RefusedException;
import dev.segmentation.testkit.StubServer;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicWebTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final URI PAGE = URI.create("https://good.test/");

    @TempDir
    static Path folder;

    private static SSLContext tls;

    /** The tool of the JDK makes a certificate of {@code good.test} that only these tests trust. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("good.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=good.test",
                        "-ext",
                        "SAN=dns:good.test",
                        "-alias",
                        "good")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("good", keys.getCertificate("good"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static StubServer secure(StubServer.Behaviour behaviour) {
        return StubServer.start(tls.getServerSocketFactory(), behaviour);
    }

    private static Web trusting(StubServer server) {
        FakeNetwork network = new FakeNetwork(server);
        network.tls = tls;
        return network.web(Limits.PAGES);
    }

    @Test
    void readsFromAHostWithATrustedCertificate() throws Exception {
        try (StubServer server = secure(StubServer.text(200, "text/html", "page"))) {
            assertThat(trusting(server).get(PAGE).body()).isEqualTo("page");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsAnError() throws Exception {
        try (StubServer server = secure(StubServer.text(200, "text/html", "page"))) {
            assertThatThrownBy(() -> trusting(server).get(URI.create("https://bad.test/")))
                    .isInstanceOf(SSLException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsAnError() throws Exception {
        try (StubServer server = secure(StubServer.text(200, "text/html", "page"))) {
            Web web = new FakeNetwork(server).web(Limits.PAGES);

            assertThatThrownBy(() -> web.get(PAGE)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aServerWithoutTlsIsAnError() throws Exception {
        try (StubServer server = StubServer.start(StubServer.text(200, "text/html", "page"))) {
            Web web = new FakeNetwork(server).web(Limits.PAGES.withTime(Duration.ofMillis(200)));

            assertThatThrownBy(() -> web.get(PAGE)).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void redirectsDoNotLeaveTls() throws Exception {
        try (StubServer server = secure(StubServer.text(302, "text/html", "", "Location: http://good.test/"))) {
            assertThatThrownBy(() -> trusting(server).get(PAGE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("from https to http");
        }
    }
}
