package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a certificate of its own, as the deployment guide sets it up: no port without TLS, and safer cookies. */
class TlsIT {
    private static final String PASSWORD = "a long phrase";
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    private Path temp;

    private int plain;
    private int port;
    private HttpClient client;
    private Process service;

    @BeforeEach
    void serve() throws IOException, InterruptedException, GeneralSecurityException {
        plain = Listening.freePort();
        port = Listening.freePort();
        KeyStore keys = certificate();
        Path users = temp.resolve("users");
        Process adding = Program.jar(
                        temp.resolve("adding"), "users", "add", "kim", "--role", "analyst", "--users", users)
                .start();
        try (OutputStream in = adding.getOutputStream()) {
            in.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(adding.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(adding.exitValue()).isZero();
        service = Program.jar(
                        temp.resolve("service"),
                        "serve",
                        "--port",
                        plain,
                        "--input",
                        temp.resolve("input"),
                        "--output",
                        temp.resolve("output"),
                        "--rules",
                        Golden.RULES,
                        "--users",
                        users)
                .with(Map.of(
                        "SEGMENTER_STATE", temp.resolve("state").toString(),
                        "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
                                pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()),
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                                pem(
                                        "PRIVATE KEY",
                                        keys.getKey("tls", PASSWORD.toCharArray())
                                                .getEncoded()),
                        "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
                        "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"))
                .start();
        client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
        awaitReady();
    }

    /** A key and its certificate, signed by itself, for this machine. */
    private KeyStore certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = temp.resolve("keys.p12");
        Process making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "RSA",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("keytool.txt").toFile())
                .start();
        assertThat(making.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private String pem(String kind, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                + kind + "-----\n";
        return Files.writeString(temp.resolve(kind.toLowerCase(Locale.ROOT).replace(' ', '-') + ".pem"), text)
                .toString();
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void awaitReady() throws IOException, InterruptedException {
        while (!service.waitFor(200, TimeUnit.MILLISECONDS)) {
            try {
                assertThat(send(request("/q/health/ready")).statusCode()).isEqualTo(200);
                return;
            } catch (ConnectException e) {
                // not yet
            }
        }
        throw new AssertionError("the service ended with " + service.exitValue());
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void peopleSignOnOverTlsAlone() throws IOException, InterruptedException {
        HttpResponse<String> signedOn =
                send(post("/api/session", "{\"name\": \"kim\", \"password\": \"" + PASSWORD + "\"}"));
        assertThat(signedOn.statusCode()).isEqualTo(200);
        assertThat(signedOn.headers().firstValue("Strict-Transport-Security")).isPresent();
        String cookie = signedOn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-segmenter=").contains("Secure", "HttpOnly", "SameSite=Strict");

        String secret = cookie.substring(0, cookie.indexOf(';'));
        String names = "{\"names\": [\"ACME PLUMBING\"]}";
        HttpResponse<String> own = send(
                post("/api/classify", names).header("Cookie", secret).header("Origin", "https://127.0.0.1:" + port));
        assertThat(own.statusCode()).isEqualTo(200);
        HttpResponse<String> foreign = send(
                post("/api/classify", names).header("Cookie", secret).header("Origin", "http://127.0.0.1:" + port));
        assertThat(foreign.statusCode()).isEqualTo(403);

        HttpRequest unprotected = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain + "/q/health/ready"))
                .build();
        assertThatThrownBy(() -> client.send(unprotected, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }
}
