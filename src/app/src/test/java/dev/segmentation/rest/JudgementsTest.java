package dev.segmentation.rest;

import static dev.segmentation.rest.Deciding.json;
import static dev.segmentation.rest.Deciding.tag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.segmentation.config.SegmentationConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class JudgementsTest {
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
    void judgementsAreMadeOnceAndWithdrawn() {
        String body = "{\"alias\": \"" + id("BLUE HERRON GROUP")
                + "\", \"master\": \"MELROSE POWER\", \"judgement\": \"never\", \"reason\": \"two firms\"}";
        String place = json(body)
                .post("/api/judgements")
                .then()
                .statusCode(201)
                .body("judgement.alias", equalTo("BLUE HERRON GROUP"))
                .body("change.advice", containsString("/api/runs"))
                .extract()
                .header("Location");
        json("{\"alias\": \"MELROSE POWER\", \"master\": \"BLUE HERRON GROUP\", \"judgement\": \"merge\"}")
                .post("/api/judgements")
                .then()
                .statusCode(409)
                .body("present.judgement", equalTo("never"));
        json("{\"alias\": \"NOBODY OF THIS NAME\", \"master\": \"MELROSE POWER\", \"judgement\": \"merge\"}")
                .post("/api/judgements")
                .then()
                .statusCode(422);
        json("{\"alias\": \"MELROSE POWER\", \"master\": \"MELROSE POWER\", \"judgement\": \"merge\"}")
                .post("/api/judgements")
                .then()
                .statusCode(422);
        given().get("/api/judgements").then().body("total", equalTo(4)).body("items[3].judgement", equalTo("never"));
        given().delete(place).then().statusCode(428);
        given().header(OLD, "\"old\"")
                .delete(place)
                .then()
                .statusCode(412)
                .body("present.reason", equalTo("two firms"));
        given().header(OLD, tag(place)).delete(place).then().statusCode(200);
        given().get(place).then().statusCode(404);
    }
}
