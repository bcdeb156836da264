package dev.segmentation.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.segmentation.Soak;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.TestRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class RulesApiTest {
    private static final String TERMS = "groups.utilities.terms.csv";
    private static final String HERRON = "{\"group\": \"Utilities\", \"term\": \"BLUE HERRON\"}";

    @Inject
    SegmentationConfig config;

    @Inject
    Segmentation segmentation;

    private Path terms;
    private String before;

    @BeforeEach
    void oneRun() throws IOException {
        terms = config.rules().resolve("groups/utilities/terms.csv");
        before = Files.readString(terms);
        new TestRun(config.input(), config.output()).rules(config.rules()).execute(RunScope.ALL);
    }

    @AfterEach
    void formerRules() throws IOException {
        Files.writeString(terms, before);
        segmentation.service().reload();
        List<String> open = given().get("/api/rules/changes").path("items.id");
        for (String id : open) {
            String tag = given().get("/api/rules/changes/" + id).header("ETag");
            given().header("If-Match", tag)
                    .delete("/api/rules/changes/" + id)
                    .then()
                    .statusCode(204);
        }
    }

    private static Response json(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static Response json(String path, String tag, String body) {
        return given().contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .post(path);
    }

    /** A change set with one more term; gives its address. */
    private static String herron() {
        Response draft = json("/api/rules/changes", "{\"title\": \"Herron\", \"reason\": \"a power company\"}");
        draft.then().statusCode(201).body("files", empty());
        String place = draft.header("Location").replaceFirst("^https?://[^/]+", "");
        json(place + "/terms", draft.header("ETag"), HERRON)
                .then()
                .statusCode(200)
                .body("files[0].fileId", equalTo(TERMS))
                .body("files[0].diff.lines", hasItem("+UTL-002,BLUE HERRON,words,Rule-Based,,,,,"));
        return place;
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

    private static String previewed(String place) {
        JobCalls.over(given().contentType("application/json").post(place + "/preview"))
                .body("state", equalTo("done"));
        return given().get(place + "/preview").then().statusCode(200).extract().header("ETag");
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
        read.then().statusCode(200).body(equalTo(before));
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
        String way = back.header("Location").replaceFirst("^https?://[^/]+", "");
        json(way + "/publish", previewed(way), "{}").then().statusCode(200);
        assertThat(Files.readString(terms)).isEqualTo(before);
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
        String tag = given().get(place).header("ETag");
        String fresh = given().contentType("text/plain")
                .header("If-Match", tag)
                .body(before + "UTL-002,GASWORKS,words,Rule-Based,,,,,\n")
                .put(file)
                .then()
                .statusCode(200)
                .body("files[0].diff.added", equalTo(1))
                .extract()
                .header("ETag");
        assertThat(fresh).isNotEqualTo(tag);
        given().header("If-Match", fresh).delete(file).then().statusCode(200).body("files", empty());
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
            json(place + "/rebase", given().get(place).header("ETag"), "")
                    .then()
                    .statusCode(200)
                    .body("outdated", empty());
        } finally {
            Files.writeString(other, former);
        }
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
                "{\"group\": \"Nonsense\", \"term\": \"X\"}",
                "{\"group\": \"Unknown / Needs Review\", \"term\": \"X\"}"
            })
    void aTermNeedsAGroupAndWords(String body) {
        String place = herron();
        json(place + "/terms", given().get(place).header("ETag"), body).then().statusCode(400);
    }

    @Test
    void contentsThatAreNoTextAreRefused() {
        String place = herron();
        String tag = given().get(place).header("ETag");
        for (byte[] content : List.of(new byte[0], new byte[] {(byte) 0xC3, (byte) 0x28})) {
            given().contentType("text/plain")
                    .header("If-Match", tag)
                    .body(content)
                    .put(place + "/files/" + TERMS)
                    .then()
                    .statusCode(400);
        }
        given().contentType("text/plain")
                .header("If-Match", tag)
                .body("x")
                .put(place + "/files/none")
                .then()
                .statusCode(404);
    }

    /** The rules are compiled anew again and again while names are classified; 200 times with the soak tests. */
    @Test
    void reloadsDisturbNobodyAndLeaveNothingBehind() throws Exception {
        int reloads = Soak.on() ? 200 : 16;
        Path drl = config.rules().resolve("groups/private-schools/rules.drl");
        String text = Files.readString(drl);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Integer> asking = pool.submit(() -> classifyUntil(done));
        List<Long> metaspace = new ArrayList<>();
        try {
            for (int i = 0; i < reloads; i++) {
                Files.writeString(drl, text.replaceFirst("rule \"(\\S+) ", "rule \"$1 Edit " + i + " "));
                segmentation.service().reload();
                if (i % (reloads / 8) == 0) {
                    metaspace.add(metaspace());
                }
            }
        } finally {
            done.set(true);
            Files.writeString(drl, text);
        }
        assertThat(asking.get()).isPositive();
        pool.shutdown();
        assertThat(metaspace.get(metaspace.size() - 1) - metaspace.get(2))
                .as("metaspace %s", metaspace)
                .isLessThan(4L << 20);
    }

    private static int classifyUntil(AtomicBoolean done) {
        int asked = 0;
        while (!done.get()) {
            json("/api/classify", "{\"names\": [\"ST ANNE SCHOOL\"]}")
                    .then()
                    .statusCode(200)
                    .body("[0].ruleId", not(equalTo("UNK-001")));
            asked++;
        }
        return asked;
    }

    private static long metaspace() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .orElseThrow()
                .getUsage()
                .getUsed();
    }
}
