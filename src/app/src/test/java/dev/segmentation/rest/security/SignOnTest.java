package dev.segmentation.rest.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.segmentation.access.AccountList;
import dev.segmentation.access.Role;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SecuredProfile.class)
class SignOnTest {
    private static final String ME = "/api/session";

    @Issuer
    MockOAuth2Server issuer;

    @Inject
    SegmentationConfig config;

    @ConfigProperty(name = "test.token")
    String token;

    @ConfigProperty(name = "test.old-token")
    String oldToken;

    private static ValidatableResponse me(RequestSpecification request) {
        return request.when().get(ME).then();
    }

    private static RequestSpecification basic(String name, String password) {
        return given().header("Authorization", "Basic " + base64(name + ":" + password));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(401))
                .body("title", equalTo("Not signed on"))
                .body("type", startsWith("urn:segmenter:problem:"));
    }

    private String oidc(String issuerId, String audience, long seconds, List<String> roles) {
        return issuer.issueToken(issuerId, "u-17", audience, Map.of("roles", roles, "upn", "kim@company"), seconds)
                .serialize();
    }

    @Test
    void passwordSignsOn() {
        me(basic("analyst", SignOnSetup.password("analyst")))
                .statusCode(200)
                .body("name", equalTo("analyst"))
                .body("roles", containsInAnyOrder("analyst", "viewer"));
        me(basic("Zoë Müller", SignOnSetup.password("Zoë Müller")))
                .statusCode(200)
                .body("name", equalTo("Zoë Müller"))
                .body("roles", containsInAnyOrder("analyst", "operator", "viewer"));
    }

    @Test
    void wrongPasswordsAndStrangersAreRefusedAlike() {
        refused(me(given()).header("WWW-Authenticate", containsString("Basic realm=\"segmenter\"")));
        refused(me(basic("analyst", "wrong").header("X-Forwarded-For", "203.0.113.1")));
        refused(me(basic("nobody", "wrong").header("X-Forwarded-For", "203.0.113.1")));
        refused(me(given().header("Authorization", "Basic %%%").header("X-Forwarded-For", "203.0.113.1")));
        me(given().header("Sec-Fetch-Site", "same-origin"))
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"segmenter\""));
    }

    @Test
    void tokensOfMachinesSignOnUntilTheyExpireOrAreTakenBack() {
        me(bearer(token)).statusCode(200).body("name", equalTo("billing"));
        refused(me(bearer(oldToken)));
        refused(me(bearer(token + "x")));
        refused(me(bearer("seg_")));
        Path file = config.access().tokens().orElseThrow();
        String fresh = AccessFiles.addToken(file, "short", Instant.MAX, Role.VIEWER);
        me(bearer(fresh)).statusCode(200).body("roles", equalTo(List.of("viewer")));
        AccountList.tokens(file).remove("short");
        refused(me(bearer(fresh)));
    }

    @Test
    void tokensOfTheIdentityProviderSignOn() {
        me(bearer(oidc("company", "segmenter", 60, List.of("rules-admin", "coffee"))))
                .statusCode(200)
                .body("name", equalTo("kim@company"))
                .body("roles", containsInAnyOrder("rules-admin", "viewer"));
        me(bearer(oidc("company", "segmenter", 60, List.of("coffee")))).statusCode(403);
    }

    @Test
    void tokensThatAreNotForUsAreRefused() {
        List<String> roles = List.of("operator");
        String good = oidc("company", "segmenter", 60, roles);
        refused(me(bearer(oidc("company", "segmenter", -60, roles))));
        refused(me(bearer(oidc("other", "segmenter", 60, roles))));
        refused(me(bearer(oidc("company", "payroll", 60, roles))));
        String[] parts = good.split("\\.");
        refused(me(bearer(parts[0] + "." + parts[1] + ".")));
        refused(me(bearer(url("{\"alg\":\"none\"}") + "." + parts[1] + ".")));
        refused(me(bearer(url("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2])));
        String other = oidc("company", "segmenter", 60, List.of("viewer")).split("\\.")[1];
        refused(me(bearer(parts[0] + "." + other + "." + parts[2])));
        refused(me(bearer("nonsense")));
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void guessingEndsInWaiting() {
        int refused = 0;
        while (refused < 100 // one more is allowed after six seconds each, and machines may be slow
                && me(basic("guest" + refused, "wrong").header("X-Forwarded-For", "203.0.113.2"))
                                .extract()
                                .statusCode()
                        == 401) {
            refused++;
        }
        assertThat(refused).isBetween(10, 99);
        me(basic("operator", "wrong").header("X-Forwarded-For", "203.0.113.2"))
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", org.hamcrest.Matchers.matchesRegex("[1-6]"));
        given().contentType("application/json")
                .body(Map.of("name", "operator", "password", "wrong"))
                .header("X-Forwarded-For", "203.0.113.2")
                .post(ME)
                .then()
                .statusCode(429)
                .body("title", equalTo("Too many attempts"));
        me(basic("operator", "wrong").header("X-Forwarded-For", "203.0.113.3")).statusCode(401);
        me(bearer(token).header("X-Forwarded-For", "203.0.113.2")).statusCode(200);
    }

    @Test
    void actorTellsNameAndAddress() {
        String actor = bearer(token)
                .header("X-Forwarded-For", "203.0.113.4")
                .get("/api/test/actor")
                .asString();
        assertThat(actor).isEqualTo("billing from 203.0.113.4");
    }
}
