package dev.segmentation.rest;

import static dev.segmentation.rest.Reading.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class MastersTest {
    @Inject
    SegmentationConfig config;

    @BeforeEach
    void oneRun() {
        Reading.run(config).execute(RunScope.ALL);
    }

    private static String idOf(String name) {
        return given().queryParam("q", name).get("/api/masters").path("items[0].id");
    }

    private static ValidatableResponse found(String parameter, Object value) {
        return given().queryParam(parameter, value).get("/api/masters").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "acme west, Acme West",
        "WEST acm, Acme West",
        "star north logi, Polaris Freight",
        "2005, Polaris Freight",
        "acme mfg, Acme West",
        "old mill, Old Mill Tower"
    })
    void mastersAreFoundByWordsInAnyOrderBySpellingsAndByKeys(String typed, String name) {
        found("q", typed).body("total", equalTo(1)).body("items.name", contains(name));
    }

    @Test
    void mastersAreFoundByTheirIds() {
        found("q", idOf("misty pines")).body("items.name", contains("Misty Pines"));
    }

    @Test
    void whatNobodyIsCalledFindsNobody() {
        found("q", "acme zebra").body("total", equalTo(0)).body("items", empty());
        found("q", "!!!").body("total", equalTo(0));
        found("q", " ").body("total", equalTo(16));
    }

    @ParameterizedTest
    @CsvSource({
        "group, Manufacturing, 5",
        "group, Private Schools (K-12), 0",
        "method, Unclassified, 3",
        "confidence, Medium, 3",
        "conflict, true, 1",
        "conflict, false, 15",
        "status, Queued, 2",
        "website, true, 2",
        "website, false, 14"
    })
    void filtersCountWhatTheTableSays(String filter, String value, int masters) {
        found(filter, value).body("total", equalTo(masters));
    }

    @Test
    void sortsBothWaysAndInParts() {
        found("sort", "name").body("items[0].name", equalTo("Acme Manufacturing"));
        get("/api/masters?sort=name&direction=desc&limit=1&offset=1")
                .body("total", equalTo(16))
                .body("offset", equalTo(1))
                .body("items.name", contains("Riverside Church"));
        get("/api/masters?sort=keys&direction=desc&limit=3").body("items.keys", contains(2, 2, 2));
        get("/api/masters?sort=billing&direction=desc&limit=2")
                .body("items.name", contains("Paper Lantern", "Falcon Ridge"))
                .body("items.latestBilling", contains("2026-01-31", "2026-01-30"));
        get("/api/masters?sort=group&limit=1").body("items[0].group", equalTo("Commercial Real Estate"));
    }

    @Test
    void oneMasterTellsItsMembersAndWhyTheyBelongTogether() {
        get("/api/masters/" + idOf("grey heron"))
                .statusCode(200)
                .body("master.name", equalTo("Grey Herron Group"))
                .body("memberCount", equalTo(2))
                .body("members.key", contains("2018", "2019"))
                .body("members.reason", everyItem(not(equalTo(""))))
                .body("how.readAs", hasSize(2))
                .body("how.proposals[0].id", equalTo("UNK-001"));
    }

    @Test
    void oneMasterTellsWhatPeopleDecided() {
        get("/api/masters/" + idOf("riverside church"))
                .body("decisions", hasSize(2))
                .body("decisions.group", hasItems("Commercial Services", "Construction"))
                .body("decisions.owner", everyItem(equalTo("B. Boss")))
                .body("how.fired.id", hasItem("GOV-001"))
                .body("how.proposals.group", hasItem("Construction"));
        get("/api/masters/" + idOf("silent meadow"))
                .body("keyDecisions", hasSize(1))
                .body("keyDecisions[0].key", equalTo("2009"))
                .body("keyDecisions[0].group", equalTo("Healthcare / Senior Living"));
        get("/api/masters/" + idOf("blue herron")).body("verdicts[0]", containsString("are two companies"));
    }

    @Test
    void aDecisionThatIsWrittenMeanwhileIsTold() throws IOException {
        String id = idOf("junction seven");
        get("/api/masters/" + id).body("decisions", empty()).body("how.fired.id", not(hasItem("GOV-001")));
        Path overrides = config.input().resolve("MasterSegmentationOverrides.csv");
        String before = Files.readString(overrides);
        try {
            Files.writeString(
                    overrides, before + "JUNCTION SEVEN,,Utilities,,,,,,Final,Manual,C. Chief,2026-02-01,,\n");
            get("/api/masters/" + id)
                    .body("decisions.owner", contains("C. Chief"))
                    .body("how.fired.id", hasItem("GOV-001"))
                    .body("master.group", equalTo("Commercial Services"));
        } finally {
            Files.writeString(overrides, before);
        }
    }

    @Test
    void aMasterThatIsNotThereIsNotFound() {
        for (String id : List.of("MAAAAAAAAAA", "x", "%00", "..%2F..%2Fetc", "*")) {
            given().urlEncodingEnabled(false)
                    .get("/api/masters/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }
}
