package dev.segmentation.rest;

import static dev.segmentation.rest.Deciding.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.segmentation.config.SegmentationConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class JournalTest {
    private static final String NEW = "If-None-Match";

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
    void theJournalTellsWhoDecidedAndTakesItBack() {
        String master = id("BLUE HERRON GROUP");
        put(master, NEW, "*", "{\"group\": \"Utilities\"}").statusCode(201);
        List<String> decided = Deciding.rows(config);
        given().queryParam("master", master)
                .get("/api/journal")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].from", equalTo("127.0.0.1"))
                .body("items[0].owner", not(equalTo("")))
                .body("items[0].changes[0].kind", equalTo("ADDED"));
        given().get("/api/journal/D000001-1").then().statusCode(200).body("changes", hasSize(1));
        given().get("/api/journal/D999999").then().statusCode(404);
        given().get("/api/journal/nonsense").then().statusCode(404);
        given().post("/api/journal/nonsense/undo").then().statusCode(404);

        for (String unclear : List.of("", "perhaps", "1")) {
            given().queryParam("dryRun", unclear)
                    .post("/api/journal/D000001/undo")
                    .then()
                    .statusCode(400);
        }
        assertThat(Deciding.rows(config)).isEqualTo(decided);
        given().post("/api/journal/D000001/undo?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rows[0].kind", equalTo("DELETED"));
        assertThat(Deciding.rows(config)).isEqualTo(decided);
        given().post("/api/journal/D000001/undo").then().statusCode(200).body("change.pending", equalTo(true));
        assertThat(Deciding.rows(config)).hasSize(decided.size() - 1);
        given().post("/api/journal/D000001/undo").then().statusCode(409).body("detail", containsString("already"));
        given().get("/api/journal/verification")
                .then()
                .statusCode(200)
                .body("brokenLine", equalTo(0))
                .body("transactions", equalTo(2));
    }
}
