package dev.segmentation.rest;

import static dev.segmentation.rest.RuleEdits.TERMS;
import static dev.segmentation.rest.RuleEdits.herron;
import static dev.segmentation.rest.RuleEdits.json;
import static dev.segmentation.rest.RuleEdits.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class RuleChangesTest {
    @Inject
    SegmentationConfig config;

    @Inject
    Segmentation segmentation;

    @BeforeEach
    void oneRun() {
        Reading.run(config).execute(RunScope.ALL);
    }

    @AfterEach
    void formerRules() throws IOException {
        RuleEdits.undo(config, segmentation);
    }

    @Test
    void editsOfTwoPeopleMeetIfMatch() {
        String place = herron();
        String file = place + "/files/" + TERMS;
        given().contentType("text/plain").body("Id,Term\n").put(file).then().statusCode(428);
        given().contentType("text/plain")
                .header("If-Match", "\"1-x\"")
                .body("Id,Term\n")
                .put(file)
                .then()
                .statusCode(412);
        String seen = tag(place);
        String fresh = given().contentType("text/plain")
                .header("If-Match", seen)
                .body(RuleEdits.formerTerms() + "UTL-002,GASWORKS,words,Rule-Based,,,,,\n")
                .put(file)
                .then()
                .statusCode(200)
                .body("files[0].diff.added", equalTo(1))
                .extract()
                .header("ETag");
        assertThat(fresh).isNotEqualTo(seen);
        given().header("If-Match", fresh).delete(file).then().statusCode(200).body("files", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "{\"title\": \"\"}", "{\"title\": null}", "[]", "{\"title\": {}}", "{\"title\": 1,"
            })
    void aChangeSetNeedsATitle(String body) {
        json("/api/rules/changes", body).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"group\": \"Utilities\", \"term\": \" \"}",
                "{\"group\": \"Nonsense\", \"term\": \"X\"}"
            })
    void aTermNeedsAGroupAndWords(String body) {
        String place = herron();
        json(place + "/terms", tag(place), body).then().statusCode(400);
    }

    @Test
    void theGroupOfTheUnknownHasNoTerms() {
        String place = herron();
        json(place + "/terms", tag(place), "{\"group\": \"Unknown / Needs Review\", \"term\": \"X\"}")
                .then()
                .statusCode(404)
                .body("detail", containsString("no table of terms"));
    }

    @Test
    void contentsThatAreNoTextAreRefused() {
        String place = herron();
        String seen = tag(place);
        for (byte[] content : List.of(new byte[0], new byte[] {(byte) 0xC3, (byte) 0x28})) {
            given().contentType("text/plain")
                    .header("If-Match", seen)
                    .body(content)
                    .put(place + "/files/" + TERMS)
                    .then()
                    .statusCode(400);
        }
        given().contentType("text/plain")
                .header("If-Match", seen)
                .body("x")
                .put(place + "/files/none")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u202e", "\\u2067", "\\u2028", "\\ud800"})
    void aTitleOrReasonThatWouldShowAsSomethingElseIsRefused(String sign) {
        for (String body : List.of(
                "{\"title\": \"Her" + sign + "ron\", \"reason\": \"a power company\"}",
                "{\"title\": \"Herron\", \"reason\": \"a power" + sign + "company\"}")) {
            json("/api/rules/changes", body)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("without control characters"));
        }
        json("/api/rules/changes", "{\"title\": \"-3 terms\", \"reason\": \"= Müller & Söhne\"}")
                .then()
                .statusCode(201);
    }
}
