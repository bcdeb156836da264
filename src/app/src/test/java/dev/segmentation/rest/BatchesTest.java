package dev.segmentation.rest;

import static dev.segmentation.rest.Deciding.json;
import static dev.segmentation.rest.Deciding.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.suggest.workflow.SuggestionSeal;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class BatchesTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT =
            """
            ## Construction
            | Customer | Industry Detail | NAICS |
            |---|---|---|
            | BLUE HERRON GROUP | Roofing | 238160 |
            | NOBODY HAS THIS NAME | Paving | 237310 |

            ## Utilities
            - a line that nobody can take for a decision
            """;

    @Inject
    SegmentationConfig config;

    @BeforeEach
    @AfterEach
    void anew() throws IOException {
        Deciding.anew(config);
        for (String table : List.of("batch-headings.csv", "batch-columns.csv", "legacy-segments.csv")) {
            Files.copy(
                    Path.of("rules/common", table),
                    config.rules().resolve("common").resolve(table),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (String file : List.of(SuggestionFiles.GROUPS, SuggestionFiles.WEBSITES)) {
            Files.deleteIfExists(config.output().resolve(file));
        }
    }

    private static ValidatableResponse upload(String name, String text) {
        return given().contentType("text/markdown; charset=UTF-8")
                .queryParam("name", name)
                .body(text)
                .post("/api/batches")
                .then();
    }

    @Test
    void aBatchIsLookedAtAndThenTakenInOnce() {
        List<String> before = Deciding.rows(config);
        ValidatableResponse looked = upload("Batch-2026-10", TEXT)
                .statusCode(201)
                .body("name", equalTo("Batch-2026-10"))
                .body("outcomes.decided", equalTo(2))
                .body("outcomes.'not understood'", equalTo(1))
                .body("notUnderstood", hasSize(1))
                .body("changes.added", equalTo(2))
                .body("unmatched", equalTo(1))
                .body("entries.total", equalTo(3));
        assertThat(Deciding.rows(config)).isEqualTo(before);
        String place = looked.extract().header("Location");
        String tag = looked.extract().header("ETag");
        given().get(place).then().statusCode(200).header("ETag", equalTo(tag));

        given().post(place + "/import").then().statusCode(428);
        given().header("If-Match", tag)
                .post(place + "/import")
                .then()
                .statusCode(200)
                .body("batch.changes.added", equalTo(2))
                .body("change.transaction", equalTo("D000001"))
                .body("change.pending", equalTo(true));
        assertThat(Deciding.rows(config)).hasSize(before.size() + 2);
        given().get(place).then().statusCode(404);
        upload("Batch-2026-10", TEXT).body("changes.same", equalTo(2));
    }

    @Test
    void whatWouldDoSomethingElseNowIsNotTakenIn() {
        ValidatableResponse looked = upload("Batch-2026-11", TEXT).statusCode(201);
        String place = looked.extract().header("Location");
        put(Deciding.id(config, "BLUE HERRON GROUP"), "If-None-Match", "*", "{\"group\": \"Utilities\"}")
                .statusCode(201);
        List<String> before = Deciding.rows(config);
        given().header("If-Match", looked.extract().header("ETag"))
                .post(place + "/import")
                .then()
                .statusCode(412)
                .body("present.entries.items[0].outranked", containsString("Utilities"));
        assertThat(Deciding.rows(config)).isEqualTo(before);
        given().delete(place).then().statusCode(204);
        given().delete(place).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "/etc/passwd", ".hidden", "a\u0000b"})
    void namesThatCouldBePathsAreRefused(String name) {
        upload(name, TEXT).statusCode(400);
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
        }
        for (byte[] content : List.of(bomb.toByteArray(), new byte[] {1, 2, 3}, new byte[0])) {
            given().contentType(WORKBOOK)
                    .queryParam("name", "Bomb")
                    .body(content)
                    .post("/api/batches")
                    .then()
                    .statusCode(422)
                    .body("detail", not(containsString("/")));
        }
        given().contentType("application/zip")
                .queryParam("name", "B")
                .body(new byte[] {1})
                .post("/api/batches")
                .then()
                .statusCode(415);
        given().get("/api/batches").then().statusCode(200).body("total", equalTo(0));
    }

    private void suggested(String canonical, String evidence) throws IOException {
        Map<String, String> cells = new HashMap<>(Map.of(
                SuggestionFiles.RANK, "1",
                SuggestionFiles.CANONICAL, canonical,
                SuggestionFiles.ID, Deciding.id(config, canonical),
                SuggestionFiles.GROUP, "Construction",
                SuggestionFiles.PROBABILITY, "0.91",
                SuggestionFiles.SECOND_GROUP, "Utilities",
                SuggestionFiles.SECOND_PROBABILITY, "0.05"));
        cells.put(SuggestionFiles.EVIDENCE, SuggestionSeal.on(evidence, column -> cells.getOrDefault(column, "")));
        try (TableWriter table = new TableWriter(
                config.output().resolve(SuggestionFiles.GROUPS), CsvProfile.PLAIN, SuggestionFiles.GROUP_COLUMNS)) {
            table.row(SuggestionFiles.GROUP_COLUMNS.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toArray(String[]::new));
        }
    }

    @Test
    void suggestionsAreAcceptedAndRejectedAsTheyWereRead() throws IOException {
        suggested("BLUE HERRON GROUP", "e1");
        String path = "/api/suggestions/group/" + Deciding.id(config, "BLUE HERRON GROUP");
        given().queryParam("sure", "0.95").get("/api/suggestions").then().body("total", equalTo(0));
        String old = given().queryParam("sure", "0.9")
                .get("/api/suggestions")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].offers", hasSize(2))
                .body("items[0].offers[1].number", equalTo(2))
                .extract()
                .path("items[0].etag");
        json("{}").post(path + "/accept").then().statusCode(428);
        suggested("BLUE HERRON GROUP", "e2");
        json("{}")
                .header("If-Match", '"' + old + '"')
                .post(path + "/accept")
                .then()
                .statusCode(412)
                .body("present.offers[0].suggested", equalTo("Construction"));
        json("{\"number\": 2, \"reason\": \"no\"}")
                .header("If-Match", Deciding.tag(path))
                .post(path + "/reject")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"))
                .body("suggested", equalTo("Utilities"));
        json("{}")
                .header("If-Match", Deciding.tag(path))
                .post(path + "/accept")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("change.pending", equalTo(true));
        assertThat(Deciding.rows(config))
                .last()
                .asString()
                .contains("BLUE HERRON GROUP", "Construction", "Suggestions-");
        json("{\"group\": \"Manufacturing\"}")
                .header("If-Match", Deciding.tag(path))
                .post(path + "/accept")
                .then()
                .statusCode(409)
                .body("detail", containsString("already decided"));
        given().get("/api/suggestions?kind=nonsense").then().statusCode(400);
        given().get("/api/suggestions?sure=2").then().statusCode(400);
        given().get("/api/suggestions/group/M0").then().statusCode(404);
    }

    @Test
    void suggestingIsAJob() {
        JobCalls.over(json("{\"kind\": \"group\", \"limit\": 5}").post("/api/suggestions"))
                .body("kind", equalTo("suggest"))
                .body("state", equalTo("done"));
        given().get("/api/suggestions").then().statusCode(200).body("total", not(equalTo(0)));
        JobCalls.over(json("{\"kind\": \"website\", \"limit\": 5}").post("/api/suggestions"))
                .body("state", equalTo("done"));
        given().get("/api/suggestions?kind=website").then().statusCode(200);
        json("{\"limit\": 0}").post("/api/suggestions").then().statusCode(400);
    }
}
