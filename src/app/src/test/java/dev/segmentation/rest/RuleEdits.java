package dev.segmentation.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.testkit.Golden;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calls of people who change rules. */
final class RuleEdits {
    static final String TERMS = "groups.utilities.terms.csv";
    private static final String PATH = "groups/utilities/terms.csv";
    private static final String CHANGES = "/api/rules/changes";
    private static final String HERRON = "{\"group\": \"Utilities\", \"term\": \"BLUE HERRON\"}";

    private RuleEdits() {}

    /** The terms as they are before anybody changes them. */
    static String formerTerms() {
        try {
            return Files.readString(Golden.RULES.resolve(PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path terms(SegmentationConfig config) {
        return config.rules().resolve(PATH);
    }

    /** Puts the terms back and drops the change sets that are open. */
    static void undo(SegmentationConfig config, Segmentation segmentation) throws IOException {
        Files.writeString(terms(config), formerTerms());
        segmentation.service().reload();
        List<String> open = given().get(CHANGES).path("items.id");
        for (String id : open) {
            String place = CHANGES + "/" + id;
            given().header("If-Match", tag(place)).delete(place).then().statusCode(204);
        }
    }

    static Response json(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    static Response json(String path, String tag, String body) {
        return given().contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .post(path);
    }

    static String tag(String place) {
        return given().get(place).then().statusCode(200).extract().header("ETag");
    }

    /** A change set with one more term; gives its address. */
    static String herron() {
        Response draft = json(CHANGES, "{\"title\": \"Herron\", \"reason\": \"a power company\"}");
        draft.then().statusCode(201).body("files", empty());
        String place = place(draft);
        json(place + "/terms", draft.header("ETag"), HERRON)
                .then()
                .statusCode(200)
                .body("files[0].fileId", equalTo(TERMS))
                .body("files[0].diff.lines", hasItem("+UTL-002,BLUE HERRON,words,Rule-Based,,,,,"));
        return place;
    }

    /** The address of what was made. */
    static String place(Response created) {
        return created.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** The ETag of a preview, once it is there. */
    static String previewed(String place) {
        JobCalls.over(given().contentType("application/json").post(place + "/preview"))
                .body("state", equalTo("done"));
        return tag(place + "/preview");
    }
}
