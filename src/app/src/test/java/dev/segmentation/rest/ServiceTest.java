package dev.segmentation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.files.FolderLock;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class ServiceTest {
    private static final String TYPE = "application/json; charset=UTF-8";

    @Inject
    SegmentationConfig config;

    @BeforeEach
    void oneRun() {
        new TestRun(config.input(), config.output()).rules(config.rules()).execute(RunScope.ALL);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(TYPE).body(body).when().post(path).then();
    }

    /** Reclassifies and waits for the end of the job. */
    private static ValidatableResponse reclassify() {
        return JobCalls.over(given().contentType(TYPE).body("{}").post("/api/reclassifications"));
    }

    private static ValidatableResponse changed(ValidatableResponse job) {
        return given().get("/api/reclassifications/" + job.extract().<String>path("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void classifiesNamesInTheOrderAsked() {
        post("/api/classify", "{\"names\": [\"Springfield Hotel LLC\", \"ST ANNE SCHOOL\", \"\"]}")
                .statusCode(200)
                .body("name", contains("Springfield Hotel LLC", "ST ANNE SCHOOL", ""))
                .body("group", contains("Commercial Services", "Private Schools (K–12)", "Unknown / Needs Review"))
                .body("[0].supportCategory", equalTo("Hospitality"))
                .body("[0].naics", equalTo("721110"))
                .body("[0].method", equalTo("Rule-Based"))
                .body("[0].confidence", equalTo("High"))
                .body("[0].ruleId", equalTo("COM-001"))
                .body("[0].rationale", containsString("HOTEL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"names\": []}",
                "{}",
                "{\"names\": null}",
                "null",
                "{\"names\": [\"A\", \"B\", \"C\", \"D\"]}",
                "{\"names\": [null]}"
            })
    void requestsThatAskNothingUsableGetAProblemReport(String body) {
        post("/api/classify", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", equalTo("Request not usable"));
    }

    @Test
    void tooManyNamesAreToldTheLimit() {
        post("/api/classify", "{\"names\": [\"A\", \"B\", \"C\", \"D\"]}")
                .body("detail", containsString("1 to 3 names, not 4"));
    }

    @Test
    void hugeNameIsRefused() {
        post("/api/classify", "{\"names\": [\"" + "X".repeat(10_001) + "\"]}")
                .statusCode(400)
                .body("detail", containsString("at most 10000 characters"));
        post("/api/classify", "{\"names\": [\"" + "X ".repeat(5_000) + "\"]}").statusCode(200);
    }

    @Test
    void hugeBodyIsRefused() {
        post("/api/classify", "{\"names\": [\"" + "X".repeat(3 << 20) + "\"]}").statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"names\": [\"A\"", "names=A", "[1, 2]", "{\"names\": {\"a\": 1}}", "\"A\"", ""})
    void brokenJsonIsTheClientsFault(String body) {
        post("/api/classify", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void misspeltFieldIsNamed() {
        post("/api/classify", "{\"name\": [\"A\"]}")
                .statusCode(400)
                .body("detail", endsWith("there is no field \"name\"; there are names."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "{\"names\": {\"a\": 1}}", "\"A\"", "{\"names\": [[\"A\"]]}", "{\"nam\": 1}"})
    void faultsOfABodyNameFieldsAndNoClasses(String body) {
        String detail = post("/api/classify", body).statusCode(400).extract().path("detail");
        assertThat(detail)
                .doesNotContain("dev.segmentation", "java.", "`", "$")
                .contains("JSON that this call takes: ");
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        given().when().get("/api/classify").then().statusCode(405);
        given().contentType("text/plain")
                .body("A")
                .when()
                .post("/api/classify")
                .then()
                .statusCode(415);
    }

    @Test
    void termEditChangesTheGroupAndTheAnswerCountsIt() throws IOException {
        Path terms = config.rules().resolve("groups/utilities/terms.csv");
        String before = Files.readString(terms);
        try {
            Files.writeString(terms, before + "UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");
            changed(reclassify().body("state", equalTo("done")))
                    .body("masters", equalTo(16))
                    .body("changed", equalTo(1))
                    .body("moves", hasSize(1))
                    .body("moves[0].to", equalTo("Utilities"))
                    .body("moves[0].masters", equalTo(1))
                    .body("flips.items[0].name", equalTo("Blue Herron Group"))
                    .body("flips.items[0].before.group", equalTo("Unknown / Needs Review"))
                    .body("flips.items[0].after.ruleId", equalTo("UTL-002"))
                    .body("flips.items[0].after.rationale", containsString("BLUE HERRON"));
            assertThat(Folders.lines(config.output().resolve("CustomerSegmentation.csv")))
                    .anyMatch(line -> line.startsWith("2004,BLUE HERRON GROUP,Blue Herron Group,Utilities,"));
            post("/api/classify", "{\"names\": [\"BLUE HERRON\"]}").body("[0].ruleId", equalTo("UTL-002"));
        } finally {
            Files.writeString(terms, before);
        }
        changed(reclassify()).body("changed", equalTo(1));
        changed(reclassify()).body("changed", equalTo(0)).body("flips.total", equalTo(0));
    }

    @Test
    void brokenRulesAreReportedAndTheOldOnesStayInUse() throws IOException {
        Path terms = config.rules().resolve("groups/utilities/terms.csv");
        String before = Files.readString(terms);
        Map<String, String> former = Folders.files(config.output());
        try {
            Files.writeString(terms, before + "UTL-002,HERRON,sideways,Rule-Based,,,,,\n");
            reclassify()
                    .body("state", equalTo("failed"))
                    .body("problem.status", equalTo(422))
                    .body("problem.title", equalTo("Rules not usable"))
                    .body("problem.detail", containsString("groups/utilities/terms.csv:3, column Match"));
        } finally {
            Files.writeString(terms, before);
        }
        assertThat(Folders.files(config.output())).isEqualTo(former);
        post("/api/classify", "{\"names\": [\"ROSE HOTEL\"]}").statusCode(200).body("[0].ruleId", equalTo("COM-001"));
    }

    @Test
    void reclassificationWithoutAMasterMapSaysWhatToDo() throws IOException {
        Files.delete(config.output().resolve("CustomerMasterMap.csv"));
        reclassify().body("state", equalTo("failed")).body("problem.detail", containsString("segmenter dedupe"));
    }

    @Test
    void reclassificationWhileAnotherRunHoldsTheFolderIsAConflict() throws IOException {
        try (FolderLock lock = FolderLock.take(config.output(), Instant.EPOCH)) {
            reclassify()
                    .body("problem.status", equalTo(409))
                    .body("problem.detail", containsString("in use by another run"));
        }
        reclassify().body("state", equalTo("done"));
    }

    @Test
    void statusTellsVersionRulesAndRuns() throws IOException {
        Files.deleteIfExists(config.output().resolve("RunHistory.csv"));
        reclassify().body("state", equalTo("done"));
        given().when()
                .get("/api/status")
                .then()
                .statusCode(200)
                .body("rules", containsString("11 rules, 24 terms"))
                .body("output.unfinished", equalTo(false))
                .body("output.runs", hasSize(1))
                .body("output.runs[0].Customers", equalTo("19"))
                .body("output.trend", hasSize(1))
                .body("output.trend[0].masters", equalTo(16))
                .body("output.trend[0].worklist", greaterThan(0));
    }

    @Test
    void requestsOfOtherHostsAndOriginsAreRefused() {
        given().header("Host", "evil.example")
                .contentType("application/json")
                .body("{\"names\":[\"A\"]}")
                .post("/api/classify")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .post("/api/reclassifications")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void unknownPathsGetAProblemReport() {
        given().get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void isReadyOnceTheRulesAreLoaded() {
        given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'rules' }.data.rules", containsString("11 rules"));
    }

    @Test
    void isBoundToThisMachineAlone() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.host", String.class))
                .isEqualTo("127.0.0.1");
    }
}
