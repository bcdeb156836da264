package dev.segmentation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.csv.CsvProfile;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.TestRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class ReadCallsTest {
    private static final String MASTERS = "MasterCustomerSegmentation.csv";

    @Inject
    SegmentationConfig config;

    @TempDir
    private Path folder;

    @BeforeEach
    void oneRun() {
        run().execute(RunScope.ALL);
    }

    private TestRun run() {
        return new TestRun(config.input(), config.output())
                .rules(config.rules())
                .keepRuns(1000);
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "masters?group=Nobody",
                "masters?method=Guess",
                "masters?conflict=maybe",
                "masters?sort=colour",
                "masters?direction=up",
                "masters?limit=0",
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
    void askingForTheHeadOfAnOutputLeavesNothingOpen() throws IOException {
        for (String query : List.of("", "?profile=excel")) {
            String path = "/api/outputs/" + MASTERS + query;
            Response whole = given().get(path);
            for (String name : List.of("ETag", "Content-Length", "Content-Type")) {
                assertThat(given().head(path).header(name)).as(name).isEqualTo(whole.header(name));
            }
        }
        assertThat(open()).noneMatch(file -> file.contains(MASTERS) || file.contains("segmenter-"));
    }

    /** What this process has open, where the system tells it. */
    private static List<String> open() throws IOException {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    open.add(Files.readSymbolicLink(file).toString());
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        }
        return open;
    }

    @Test
    void outputsAreListedWithTheirHashes() throws Exception {
        byte[] bytes = Files.readAllBytes(config.output().resolve(MASTERS));
        get("/api/outputs")
                .body("runId", startsWith("20260203T040506Z"))
                .body("files.name", hasItems(MASTERS, "CustomerSegmentation.csv", "RunHistory.csv", "manifest.json"))
                .body("files.find { it.name == '" + MASTERS + "' }.size", equalTo(bytes.length))
                .body("files.find { it.name == '" + MASTERS + "' }.sha256", equalTo(sha256(bytes)));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void anOutputIsDownloadedAsItLiesThere() throws Exception {
        byte[] bytes = Files.readAllBytes(config.output().resolve(MASTERS));
        Response answer = given().get("/api/outputs/" + MASTERS);
        assertThat(answer.asByteArray()).isEqualTo(bytes);
        answer.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + MASTERS + "\"")
                .header("Content-Length", Integer.toString(bytes.length))
                .header("ETag", "\"" + sha256(bytes) + "\"");
        given().header("If-None-Match", answer.header("ETag"))
                .get("/api/outputs/" + MASTERS)
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void anOutputForExcelIsWhatARunForExcelWrites() throws IOException {
        new TestRun(config.input(), folder)
                .rules(config.rules())
                .profile(CsvProfile.EXCEL)
                .execute(RunScope.ALL);
        for (String name : List.of(MASTERS, "CustomerSegmentation.csv", "CustomerMasterMap.csv")) {
            Response answer = given().get("/api/outputs/" + name + "?profile=excel");
            assertThat(answer.asByteArray()).isEqualTo(Files.readAllBytes(folder.resolve(name)));
            assertThat(answer.header("ETag")).endsWith("-excel\"");
        }
    }

    @Test
    void anOutputThatSomebodyEditedIsHandedOutAsTheRunWroteIt() throws IOException {
        Path file = config.output().resolve(MASTERS);
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(file, "edited");
        assertThat(given().get("/api/outputs/" + MASTERS).asByteArray()).isEqualTo(bytes);
        Path rejected = config.output().resolve("PossibleMerges.csv");
        Files.writeString(rejected, "edited");
        get("/api/outputs/PossibleMerges.csv").statusCode(409).body("detail", containsString("edited since"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2Finput%2FManualOverrides.csv",
                "DecisionJournal.jsonl",
                "runs",
                ".lock",
                "%2Fetc%2Fpasswd",
                "x"
            })
    void namesThatAreNoOutputsAreNotFound(String name) {
        given().urlEncodingEnabled(false).get("/api/outputs/" + name).then().statusCode(404);
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
        String from = run().execute(RunScope.ALL).runId();
        String to;
        try {
            Files.writeString(
                    overrides, before + "JUNCTION SEVEN,,Utilities,,,,,,Final,Manual,C. Chief,2026-02-01,,\n");
            to = run().later(1).execute(RunScope.ALL).runId();
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
