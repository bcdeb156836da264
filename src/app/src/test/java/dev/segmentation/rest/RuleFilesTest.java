package dev.segmentation.rest;

import static dev.segmentation.rest.RuleEdits.TERMS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class RuleFilesTest {
    @Inject
    SegmentationConfig config;

    @BeforeEach
    void oneRun() {
        Reading.run(config).execute(RunScope.ALL);
    }

    @Test
    void listsGroupsWithTheVersionOfEachFile() {
        ValidatableResponse list = given().get("/api/rules").then().statusCode(200);
        list.body("inUse", containsString("11 rules, 24 terms"))
                .body("groups.find { it.group == 'Utilities' }.prefix", equalTo("UTL"))
                .body("groups.find { it.group == 'Utilities' }.files.find { it.kind == 'terms' }.entries", equalTo(1))
                .body("shared.find { it.id == 'common.terms.drl' }.code", equalTo(true))
                .body("shared.find { it.id == 'entities.known.csv' }.version", notNullValue());
    }

    @Test
    void aFileIsReadAsItStands() {
        Response read = given().get("/api/rules/" + TERMS);
        read.then().statusCode(200).body(equalTo(RuleEdits.formerTerms()));
        assertThat(read.contentType()).startsWith("text/plain");
        given().header("If-None-Match", read.header("ETag"))
                .get("/api/rules/" + TERMS)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rules/groups.csv.bak",
                "/api/rules/..%2F..%2Fetc%2Fpasswd",
                "/api/rules/groups%2Futilities%2Fterms.csv",
                "/api/rules/groups.utilities.cases.csv",
                "/api/rules/.lock",
                "/api/rules/changes/C000000000000",
                "/api/rules/changes/..%2F/preview"
            })
    void whatIsNoFileOfTheRulesIsNotFound(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void findsTermsWithTheirPlace() {
        given().get("/api/rules/terms?query=electric coop")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].ruleId", equalTo("UTL-001"))
                .body("items[0].fileId", equalTo(TERMS))
                .body("items[0].row", equalTo(2));
        given().get("/api/rules/terms?query=" + "x".repeat(201)).then().statusCode(400);
    }

    @Test
    void checksAndTestsTheFolder() {
        given().post("/api/rules/check")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("terms", equalTo(24));
        given().post("/api/rules/test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("failures", empty());
    }
}
