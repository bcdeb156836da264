package dev.segmentation.rest;

import static dev.segmentation.rest.Deciding.json;
import static dev.segmentation.rest.Deciding.put;
import static dev.segmentation.rest.Deciding.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import dev.segmentation.config.SegmentationConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class DecisionsTest {
    private static final String NEW = "If-None-Match";
    private static final String OLD = "If-Match";

    @Inject
    SegmentationConfig config;

    @BeforeEach
    @AfterEach
    void anew() throws IOException {
        Deciding.anew(config);
    }

    private String id(String canonical) {
        return Deciding.id(config, canonical);
    }

    @Test
    void listsDecisionsWithWhetherTheRunShowsThem() {
        given().get("/api/decisions")
                .then()
                .statusCode(200)
                .body("total", greaterThan(3))
                .body("items[0].name", equalTo("MELROSE POWER"))
                .body("items[0].master", equalTo(id("MELROSE POWER")))
                .body("items[0].counts", equalTo(true))
                .body("items[0].applied", equalTo(true));
        given().queryParam("source", "manual")
                .queryParam("status", "draft")
                .queryParam("owner", "B. Boss")
                .queryParam("group", "Commercial Services")
                .get("/api/decisions")
                .then()
                .body("items.name", contains("BLUE HERON GROUP"));
        given().queryParam("source", "Batch 1")
                .queryParam("limit", 1)
                .queryParam("offset", 1)
                .get("/api/decisions")
                .then()
                .body("total", greaterThan(1))
                .body("items", hasSize(1))
                .body("items.source", everyItem(equalTo("Batch 1")));
        given().queryParam("master", "M0000000000").get("/api/decisions").then().body("total", equalTo(0));
    }

    @Test
    void aDecisionIsMadeChangedAndWithdrawn() {
        String master = id("BLUE HERRON GROUP");
        String path = "/api/decisions/" + master;
        given().get(path).then().statusCode(404).contentType("application/problem+json");

        json("{\"master\": \"" + master
                        + "\", \"group\": \"construction\", \"naics\": \"238160\", \"website\": \"https://www.Roofs.example/x\", \"reason\": \"their page\"}")
                .post("/api/decisions")
                .then()
                .statusCode(201)
                .header("Location", containsString(path))
                .body("decision.group", equalTo("Construction"))
                .body("decision.website", equalTo("roofs.example"))
                .body("decision.applied", equalTo(false))
                .body("change.transaction", equalTo("D000001"))
                .body("change.pending", equalTo(true))
                .body("change.advice", containsString("/api/reclassifications"));
        assertThat(Deciding.rows(config))
                .last()
                .asString()
                .startsWith("BLUE HERRON GROUP," + master + ",Construction,");

        String first = tag(path);
        json("{\"status\": \"Draft\"}")
                .header(OLD, first)
                .patch(path)
                .then()
                .statusCode(200)
                .body("decision.status", equalTo("Draft"))
                .body("decision.naics", equalTo("238160"));
        assertThat(tag(path)).isNotEqualTo(first);
        json("{\"group\": null, \"supportCategory\": null, \"naics\": \" 31-33 \"}")
                .header(OLD, tag(path))
                .patch(path)
                .then()
                .statusCode(200)
                .body("decision.group", equalTo("Construction"))
                .body("decision.naics", equalTo("31-33"));
        put(master, OLD, tag(path), "{\"group\": \"Utilities\"}")
                .statusCode(200)
                .body("decision.naics", equalTo(""))
                .body("decision.status", equalTo("Final"));
        JobCalls.over(json("{}").post("/api/reclassifications")).body("state", equalTo("done"));
        given().get(path).then().body("applied", equalTo(true));

        given().header(OLD, tag(path)).delete(path).then().statusCode(200).body("change.pending", equalTo(true));
        given().get(path).then().statusCode(404);
        assertThat(Deciding.rows(config)).noneMatch(row -> row.startsWith("BLUE HERRON GROUP"));
        assertThat(Deciding.journalIsWhole(config.input())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "\\u202a", "\\u2066", "\\u2069", "\\u0007", "\\ud800"})
    void aReasonThatWouldShowAsSomethingElseIsRefused(String sign) {
        json("{\"master\": \"" + id("BLUE HERRON GROUP") + "\", \"group\": \"Construction\", \"reason\": \"their "
                        + sign + " page\"}")
                .post("/api/decisions")
                .then()
                .statusCode(400)
                .body("detail", containsString("without control characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"group\": \"Plumbing\"}",
                "{\"group\": null}",
                "{\"group\": \"Utilities\", \"naics\": \"1\"}",
                "{\"group\": \"Utilities\", \"supportCategory\": \"x\"}",
                "{\"group\": \"Utilities\", \"status\": \"Perhaps\"}",
                "{\"group\": \"Utilities\", \"website\": \"no host\"}",
                "{\"group\": \"Utilities\", \"detail\": \"=cmd()\"}",
                "{\"group\": \"Utilities\", \"reason\": \"a\\nb\"}",
                "{\"group\": \"Utilities\", \"reason\": \"a\\n\"}",
                "{\"group\": \"Utilities\", \"reason\": \"\\ud800\"}",
                "{\"group\": \"Utilities\", \"reason\": \"\\u0000\"}"
            })
    void whatMeansNothingChangesNothing(String body) {
        List<String> before = Deciding.rows(config);
        put(id("BLUE HERRON GROUP"), NEW, "*", body).statusCode(400).contentType("application/problem+json");
        assertThat(Deciding.rows(config)).isEqualTo(before);
    }

    @Test
    void mastersThatAreNotThereAreNotDecided() {
        put("M0000000000", NEW, "*", "{\"group\": \"Utilities\"}").statusCode(404);
        put("..%2F..%2Fetc", NEW, "*", "{\"group\": \"Utilities\"}").statusCode(404);
        json("{\"group\": \"Utilities\"}").post("/api/decisions").then().statusCode(400);
    }

    @Test
    void severalDecisionsByHandAboutOneMasterBecomeOne() throws IOException {
        Path file = config.input().resolve(Deciding.SEGMENTS);
        Files.writeString(
                file, Files.readString(file) + "Blue Heron Group,,Utilities,,,,,,Final,,C. Clerk,2026-01-03,later,\n");
        String master = id("BLUE HERON GROUP");
        given().queryParam("master", master)
                .queryParam("source", "Manual")
                .get("/api/decisions")
                .then()
                .body("items.counts", contains(false, true));
        put(master, OLD, tag("/api/decisions/" + master), "{\"group\": \"Construction\"}")
                .statusCode(200);
        given().queryParam("master", master)
                .queryParam("source", "Manual")
                .get("/api/decisions")
                .then()
                .body("items.group", contains("Construction"));
    }
}
