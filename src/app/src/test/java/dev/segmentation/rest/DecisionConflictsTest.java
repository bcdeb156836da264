package dev.segmentation.rest;

import static dev.segmentation.rest.Deciding.json;
import static dev.segmentation.rest.Deciding.put;
import static dev.segmentation.rest.Deciding.tag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.files.FolderLock;
import dev.segmentation.testkit.Waiting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of decisions that meet other changes. */
@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class DecisionConflictsTest {
    private static final String NEW = "If-None-Match";
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
    void whoReadSomethingElseIsToldHowItIsNow() {
        String master = id("BLUE HERON GROUP");
        String path = "/api/decisions/" + master;
        String read = tag(path);
        put(master, OLD, read, "{\"group\": \"Utilities\", \"reason\": \"first\"}")
                .statusCode(200);
        put(master, OLD, read, "{\"group\": \"Construction\", \"reason\": \"second\"}")
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", equalTo(tag(path)))
                .body("title", equalTo("Changed meanwhile"))
                .body("present.group", equalTo("Utilities"))
                .body("present.reason", equalTo("first"));
        given().header(OLD, read).delete(path).then().statusCode(412);
        put(master, NEW, "*", "{\"group\": \"Construction\"}")
                .statusCode(412)
                .body("present.group", equalTo("Utilities"));
        json("{\"master\": \"" + master + "\", \"group\": \"Construction\"}")
                .post("/api/decisions")
                .then()
                .statusCode(409)
                .body("present.group", equalTo("Utilities"));
        put(id("BLUE HERRON GROUP"), OLD, read, "{\"group\": \"Construction\"}")
                .statusCode(412)
                .body("present", nullValue());
    }

    @Test
    void whoSaysNoConditionIsAskedForOne() {
        String path = "/api/decisions/" + id("BLUE HERON GROUP");
        json("{\"group\": \"Utilities\"}").put(path).then().statusCode(428).body("detail", containsString("If-Match"));
        json("{\"group\": \"Utilities\"}").patch(path).then().statusCode(428);
        given().delete(path).then().statusCode(428);
        put(id("BLUE HERON GROUP"), NEW, "\"x\"", "{\"group\": \"Utilities\"}").statusCode(400);
        json("{\"group\": \"Utilities\"}")
                .header(OLD, tag(path))
                .header(NEW, "*")
                .put(path)
                .then()
                .statusCode(412)
                .body("detail", containsString("one of both"));
    }

    @Test
    void editsOfTheFileByOthersAreSeenAndNeverOverwritten() throws IOException {
        String master = id("BLUE HERON GROUP");
        String path = "/api/decisions/" + master;
        String read = tag(path);
        Path file = config.input().resolve(Deciding.SEGMENTS);
        Files.writeString(file, Files.readString(file).replace("Consulting", "Consulting since"));
        put(master, OLD, read, "{\"group\": \"Utilities\"}")
                .statusCode(412)
                .body("present.detail", equalTo("Consulting since"));
        put(master, OLD, tag(path), "{\"group\": \"Utilities\"}").statusCode(200);
        given().get("/api/journal")
                .then()
                .body("items.id", not(hasSize(0)))
                .body("items[0].command", equalTo("decide"));
    }

    @Test
    void aRunThatHoldsTheFolderIsWaitedForAndAReadOnlyFileIsTold() throws IOException {
        String master = id("BLUE HERRON GROUP");
        FolderLock lock = FolderLock.take(config.input(), Instant.EPOCH);
        Thread later = new Thread(() -> {
            try {
                Waiting.untilAThreadWaitsIn(FolderLock.class);
                lock.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        later.start();
        put(master, NEW, "*", "{\"group\": \"Utilities\"}").statusCode(201);

        Path file = config.input().resolve(Deciding.SEGMENTS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        try {
            put(master, OLD, tag("/api/decisions/" + master), "{\"group\": \"Construction\"}")
                    .statusCode(423)
                    .body("detail", containsString("Excel"));
        } finally {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
