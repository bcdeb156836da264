package dev.segmentation.rest;

import static dev.segmentation.rest.Reading.MASTERS;
import static dev.segmentation.rest.Reading.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.service.TestRun;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.workspace.RunScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class OutputsTest {
    @Inject
    SegmentationConfig config;

    @TempDir
    private Path folder;

    @BeforeEach
    void oneRun() {
        Reading.run(config).execute(RunScope.ALL);
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
        assertThat(open())
                .noneMatch(file -> file.contains(MASTERS) || file.contains("segmenter-") && !file.endsWith(".jar"));
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
}
