package dev.segmentation.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are large, or never end. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class BodyReaderTest {
    private static final String BEGINNING =
            "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"name\":";

    /** More than there are threads by default. */
    private static final int MANY = Math.max(200, 8 * Runtime.getRuntime().availableProcessors()) + 20;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "test.token")
    String token;

    @Test
    @Timeout(60)
    void bodiesThatNeverEndKeepNobodyOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(base.getHost(), base.getPort());
                slow.add(socket);
                socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            }
            given().header("Authorization", "Bearer " + token)
                    .get("/api/status")
                    .then()
                    .statusCode(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodiesInChunksAreBoundedAsOthersAre() throws IOException, InterruptedException {
        assertThat(chunked("/api/classify", "application/json", 70_000, token)).isEqualTo(413);
        assertThat(chunked("/api/test/upload", "text/plain", 100_000, token)).isEqualTo(200);
        assertThat(chunked("/api/test/upload", "text/plain", 140_000, token)).isEqualTo(413);
    }

    @Test
    void strangersMaySendWhatSigningOnNeeds() throws IOException, InterruptedException {
        assertThat(chunked("/api/session", "application/json", 10_000, "")).isEqualTo(400);
        assertThat(chunked("/api/session", "application/json", 20_000, "")).isEqualTo(413);
        given().contentType("application/json")
                .body("x".repeat(20_000))
                .post("/api/runs")
                .then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        equalTo("Basic realm=\"segmenter\", charset=\"UTF-8\", Bearer realm=\"segmenter\""));
    }

    private int chunked(String path, String type, int length, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .header("Authorization", secret.isEmpty() ? "None" : "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("x".repeat(length).getBytes(StandardCharsets.US_ASCII))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
