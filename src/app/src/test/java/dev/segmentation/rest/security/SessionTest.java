package dev.segmentation.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.Role;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SecuredProfile.class)
class SessionTest {
    private static final String SESSION = "/api/session";

    @Inject
    SegmentationConfig config;

    private static Response signOn(RequestSpecification request, String name, String password) {
        return request.contentType("application/json")
                .body(Map.of("name", name, "password", password))
                .post(SESSION);
    }

    private static Cookie session(String name, String password) {
        Response answer = signOn(given(), name, password);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.detailedCookie("segmenter");
    }

    private static int whoAmI(Cookie cookie) {
        return given().cookie(cookie).get(SESSION).statusCode();
    }

    @Test
    void cookieStandsForTheOneWhoSignedOnUntilSignOff() {
        Cookie cookie = session("analyst", SignOnSetup.password("analyst"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecured()).isFalse();
        given().cookie(cookie).get(SESSION).then().statusCode(200).body("name", equalTo("analyst"));
        given().cookie(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .delete(SESSION)
                .then()
                .statusCode(204);
        assertThat(whoAmI(cookie)).isEqualTo(401);
    }

    @Test
    void overTlsTheCookieIsSecureAndHstsIsSent() {
        Response answer =
                signOn(given().header("X-Forwarded-Proto", "https"), "analyst", SignOnSetup.password("analyst"));
        Cookie cookie = answer.detailedCookie("__Host-segmenter");
        assertThat(cookie.isSecured()).isTrue();
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void wrongPasswordBeginsNoSession() {
        Response answer = signOn(given().header("X-Forwarded-For", "203.0.113.9"), "analyst", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.detailedCookies().asList()).isEmpty();
        given().contentType("application/json").body("{}").post(SESSION).then().statusCode(400);
    }

    @Test
    void newPasswordOrRemovalEndsTheSession() {
        Path users = config.access().users().orElseThrow();
        AccessFiles.addUser(users, "temp", "first password", Role.VIEWER);
        Cookie first = session("temp", "first password");
        assertThat(whoAmI(first)).isEqualTo(200);
        AccountList.users(users).remove("temp");
        assertThat(whoAmI(first)).isEqualTo(401);
        AccessFiles.addUser(users, "temp", "second password", Role.ANALYST);
        assertThat(whoAmI(first)).isEqualTo(401);
        assertThat(whoAmI(session("temp", "second password"))).isEqualTo(200);
        AccountList.users(users).remove("temp");
    }

    @Test
    void changesByOtherPagesAreRefused() {
        Cookie cookie = session("operator", SignOnSetup.password("operator"));
        assertThat(change(cookie, Map.of())).isEqualTo(403);
        assertThat(change(cookie, Map.of("Origin", "https://evil.example"))).isEqualTo(403);
        assertThat(change(cookie, Map.of("Origin", "null"))).isEqualTo(403);
        assertThat(change(cookie, Map.of("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
        assertThat(change(cookie, Map.of("Sec-Fetch-Site", "same-site"))).isEqualTo(403);
        assertThat(change(cookie, Map.of("Host", "segmenter.example", "Origin", "http://other.segmenter.example")))
                .isEqualTo(403);
        assertThat(change(cookie, Map.of("Host", "segmenter.example:8443", "Origin", "https://segmenter.example")))
                .isEqualTo(403);
        assertThat(change(cookie, Map.of("Host", "segmenter.example", "Origin", "https://segmenter.example")))
                .isEqualTo(204);
        assertThat(change(cookie, Map.of("Host", "segmenter.example:443", "Origin", "https://segmenter.example")))
                .isEqualTo(204);
        assertThat(change(cookie, Map.of("Sec-Fetch-Site", "same-origin"))).isEqualTo(204);
    }

    private static int change(Cookie cookie, Map<String, String> headers) {
        return given().cookie(cookie)
                .headers(headers)
                .header(TestCalls.ONLY_ASK, "yes")
                .contentType("application/json")
                .post("/api/reclassifications")
                .statusCode();
    }
}
