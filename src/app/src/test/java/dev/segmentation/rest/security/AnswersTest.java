package dev.segmentation.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import dev.segmentation.rest.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What all answers have in common: headers, problem details, who may see health and metrics. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class AnswersTest {
    private static final String METRICS = "/q/metrics";

    @ConfigProperty(name = "test.token")
    String token;

    private RequestSpecification signedOn() {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void problem(Response answer, int status, String path) {
        answer.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("type", matchesRegex("urn:segmenter:problem:[a-z0-9-]+"))
                .body("title", matchesRegex("[A-Z].+"))
                .body("detail", matchesRegex("(?s).{20,}"))
                .body("instance", equalTo(path));
        assertThat(answer.asString()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void everyRefusalIsAProblem() {
        problem(given().get("/api/status"), 401, "/api/status");
        problem(signedOn().get("/api/nothing"), 404, "/api/nothing");
        problem(signedOn().get("/elsewhere"), 404, "/elsewhere");
        problem(signedOn().get("/api/classify"), 405, "/api/classify");
        problem(signedOn().accept("image/png").get("/api/status"), 406, "/api/status");
        problem(signedOn().contentType("text/plain").body("A").post("/api/classify"), 415, "/api/classify");
        problem(signedOn().contentType("application/json").body("{").post("/api/classify"), 400, "/api/classify");
        problem(signedOn().header("Host", "evil.example").get("/api/status"), 403, "/api/status");
        problem(signedOn().header("Host", "127.0.0.1.evil.example").get("/api/status"), 403, "/api/status");
    }

    @Test
    void methodsThatWouldDoAreNamed() {
        signedOn().get("/api/classify").then().header("Allow", containsString("POST"));
    }

    @Test
    void callWithoutARoleIsForNobody() {
        problem(given().get("/api/test/silent"), 401, "/api/test/silent");
        problem(signedOn().get("/api/test/silent"), 403, "/api/test/silent");
    }

    @Test
    void bodiesAndHeadersAreBounded() {
        problem(
                signedOn()
                        .contentType("application/json")
                        .body("\"" + "x".repeat(70_000) + "\"")
                        .post("/api/classify"),
                413,
                "/api/classify");
        assertThat(upload(100_000).asString()).isEqualTo("100000");
        problem(upload(140_000), 413, "/api/test/upload");
        assertThat(signedOn()
                        .header("X-Long", "x".repeat(20_000))
                        .get("/api/status")
                        .statusCode())
                .isIn(400, 431);
    }

    private Response upload(int length) {
        return signedOn().contentType("text/plain").body("x".repeat(length)).post("/api/test/upload");
    }

    @Test
    void faultTellsAnIncidentThatTheLogKnows() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            Response answer = given().get("/api/test/fault");
            problem(answer, 500, "/api/test/fault");
            assertThat(answer.asString()).doesNotContain("secret detail");
            String incident = answer.path("incident");
            assertThat(incident).matches("[0-9a-f]{8}");
            assertThat(logged).anyMatch(line -> line.contains("incident") && line.contains("secret detail"));
        } finally {
            root.removeHandler(handler);
        }
    }

    @Test
    void answersCarryTheHeadersThatBindBrowsers() {
        for (Response answer : List.of(
                given().get("/api/status"),
                signedOn().get("/api/status"),
                signedOn().get("/api/nothing"))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void healthAndMetricsAreForThisMachineAndForOperators() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get(METRICS).then().statusCode(200);
        assertThat(elsewhere(given(), METRICS).extract().statusCode()).isEqualTo(401);
        assertThat(elsewhere(given(), "/q/health/ready").extract().statusCode()).isEqualTo(401);
        elsewhere(signedOn(), METRICS).statusCode(200);
        String viewer = java.util.Base64.getEncoder()
                .encodeToString(
                        ("viewer:" + SignOnSetup.password("viewer")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        elsewhere(given().header("Authorization", "Basic " + viewer), METRICS).statusCode(403);
    }

    private static ValidatableResponse elsewhere(RequestSpecification request, String path) {
        return request.header("X-Forwarded-For", "198.51.100.7").get(path).then();
    }

    @Test
    void metricsCountRequestsAndNames() {
        signedOn()
                .contentType("application/json")
                .body("{\"names\": [\"A\", \"B\"]}")
                .post("/api/classify")
                .then()
                .statusCode(200);
        String metrics = given().get(METRICS).asString();
        assertThat(metrics)
                .contains(
                        "segmenter_classified_names_total",
                        "http_server_requests_seconds_count",
                        "jvm_memory_used_bytes");
    }
}
