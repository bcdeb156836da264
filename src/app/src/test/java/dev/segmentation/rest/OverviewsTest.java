package dev.segmentation.rest;

import static dev.segmentation.rest.Reading.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of a run as a whole, and what is the same for all reading calls. */
@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class OverviewsTest {
    @Inject
    SegmentationConfig config;

    @BeforeEach
    void oneRun() {
        Reading.run(config).execute(RunScope.ALL);
    }

    @Test
    void worklistIsFiltered() {
        get("/api/worklist").body("total", equalTo(6)).body("items[0].why", equalTo("Conflict"));
        get("/api/worklist?why=Queued").body("items.rank", contains(4, 5));
        given().queryParam("group", "Commercial Real Estate")
                .get("/api/worklist")
                .then()
                .body("items.name", contains("Old Mill Tower"));
    }

    @Test
    void nextBatchComesAsAListAndAsFilesToFillIn() {
        get("/api/worklist/next-batch?count=2")
                .body("name", hasSize(2))
                .body("[0].why", equalTo("Conflict"))
                .body("[0].keys", equalTo(2));
        get("/api/worklist/next-batch?count=2&format=md")
                .contentType(startsWith("text/markdown"))
                .header("Content-Disposition", containsString("filename=\"Batch-"))
                .body(containsString("Falcon Ridge"));
        byte[] workbook = given().get("/api/worklist/next-batch?format=xlsx").asByteArray();
        assertThat(workbook).startsWith('P', 'K');
    }

    @Test
    void groupsStandInOrderOfPrecedence() {
        get("/api/groups")
                .body("$", hasSize(15))
                .body("[0].priority", equalTo(1))
                .body("name", hasItem("Private Schools (K–12)"))
                .body("find { it.name == 'Utilities' }.prefix", equalTo("UTL"));
    }

    @Test
    void statusTellsTheRunInView() {
        get("/api/status")
                .body("run.masters", equalTo(16))
                .body("run.customers", equalTo(19))
                .body("run.worklist", equalTo(6))
                .body("jobs", empty());
    }

    @Test
    void runsAreCompared() throws IOException {
        Path overrides = config.input().resolve("MasterSegmentationOverrides.csv");
        String before = Files.readString(overrides);
        String from = Reading.run(config).execute(RunScope.ALL).runId();
        String to;
        try {
            Files.writeString(
                    overrides, before + "JUNCTION SEVEN,,Utilities,,,,,,Final,Manual,C. Chief,2026-02-01,,\n");
            to = Reading.run(config).later(1).execute(RunScope.ALL).runId();
        } finally {
            Files.writeString(overrides, before);
        }
        get("/api/diff?from=" + from + "&to=" + to)
                .statusCode(200)
                .body("regrouped.total", equalTo(1))
                .body("regrouped.items[0].before.group", equalTo("Commercial Services"))
                .body("regrouped.items[0].after.group", equalTo("Utilities"))
                .body("moves[0].to", equalTo("Utilities"));
        for (String run : List.of("..", "runs", "20200101T000000Z", "/", "20260203T040506Z-unplaced")) {
            given().queryParam("from", run).get("/api/diff").then().statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "masters?group=Nobody",
                "masters?method=Guess",
                "masters?conflict=maybe",
                "masters?sort=colour",
                "masters?direction=up",
                "masters?limit=0",
                "masters?limit=",
                "masters?sort=",
                "suggestions?kind=",
                "worklist/next-batch?count=few",
                "masters?offset=-1",
                "worklist?why=Because",
                "worklist/next-batch?count=0",
                "worklist/next-batch?format=pdf",
                "outputs/MasterCustomerSegmentation.csv?profile=word"
            })
    void whatCannotBeMeantIsRefused(String call) {
        get("/api/" + call)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "masters?q=acme",
                "worklist",
                "worklist/next-batch?format=md",
                "worklist/next-batch?format=xlsx",
                "worklist/next-batch",
                "outputs",
                "outputs/RejectedRows.csv?profile=excel",
                "status",
                "groups",
                "diff?from=last&to=last"
            })
    void whatSomebodyHasIsNotSentAgain(String call) {
        String tag = get("/api/" + call).statusCode(200).extract().header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().header("If-None-Match", known)
                    .get("/api/" + call)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"").get("/api/" + call).then().statusCode(200);
    }

    @Test
    void anotherContentHasAnotherTag() {
        String one = get("/api/masters?q=acme").extract().header("ETag");
        assertThat(get("/api/masters?q=blue").extract().header("ETag")).isNotEqualTo(one);
        assertThat(get("/api/masters/x").extract().header("ETag")).isNull();
    }
}
