package dev.segmentation.rest;

import static dev.segmentation.rest.RuleEdits.herron;
import static dev.segmentation.rest.RuleEdits.json;
import static dev.segmentation.rest.RuleEdits.place;
import static dev.segmentation.rest.RuleEdits.previewed;
import static dev.segmentation.rest.RuleEdits.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class RulePublicationTest {
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
    void aTermIsProposedPreviewedPublishedAndTakenBack() throws IOException {
        String place = herron();
        given().get(place + "/preview").then().statusCode(404);
        String tag = previewed(place);
        given().get(place + "/preview")
                .then()
                .body("passed", equalTo(true))
                .body("current", equalTo(true))
                .body("masters", equalTo(16))
                .body("moves[0].to", equalTo("Utilities"))
                .body("changes.items[0].after.ruleId", equalTo("UTL-002"))
                .body("changes.items[0].before.rationale", notNullValue());
        given().get(place).then().body("preview.seenBy", hasSize(1));

        Response done = json(place + "/publish", tag, "{\"reclassify\": true}");
        done.then()
                .statusCode(200)
                .body("inUse", equalTo(true))
                .body("version.title", equalTo("Herron"))
                .body("job.kind", equalTo("reclassify"));
        awaitJob(done.path("job.id"));
        json("/api/classify", "{\"names\": [\"BLUE HERRON\"]}").then().body("[0].ruleId", equalTo("UTL-002"));
        given().get(place).then().statusCode(404);

        List<String> versions = given().get("/api/rules/versions").path("items.id");
        Response back =
                given().contentType("application/json").post("/api/rules/versions/" + versions.get(1) + "/rollback");
        back.then().statusCode(201).body("files[0].diff.removed", equalTo(1));
        String way = place(back);
        json(way + "/publish", previewed(way), "{}").then().statusCode(200);
        assertThat(Files.readString(RuleEdits.terms(config))).isEqualTo(RuleEdits.formerTerms());
    }

    private static void awaitJob(String id) {
        String state = "queued";
        while (state.equals("queued") || state.equals("running")) {
            state = given().get("/api/runs/" + id).path("state");
        }
        assertThat(state).isEqualTo("done");
    }

    @Test
    void nothingIsPublishedUnseen() {
        String place = herron();
        given().contentType("application/json")
                .body("{}")
                .post(place + "/publish")
                .then()
                .statusCode(428);
        json(place + "/publish", "*", "{}").then().statusCode(409);
        String tag = previewed(place);
        json(place + "/publish", "*", "{}").then().statusCode(412);
        json(place + "/publish", "\"another\"", "{}").then().statusCode(412);

        awaitJob(json("/api/reclassifications", "{}").path("id"));
        given().get(place + "/preview").then().body("current", equalTo(false));
        json(place + "/publish", tag, "{}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("Another run"));
    }

    @Test
    void editsInTheFolderAreTold() throws IOException {
        String place = herron();
        String tag = previewed(place);
        Path other = config.rules().resolve("groups/municipal/terms.csv");
        String former = Files.readString(other);
        try {
            Files.writeString(other, former + "# more\n");
            json(place + "/publish", tag, "{}")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("groups/municipal/terms.csv"));
            given().get(place).then().body("outdated", hasItem("groups/municipal/terms.csv"));
            json(place + "/rebase", tag(place), "").then().statusCode(200).body("outdated", empty());
        } finally {
            Files.writeString(other, former);
        }
    }
}
