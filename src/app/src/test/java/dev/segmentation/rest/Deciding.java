package dev.segmentation.rest;

import static io.restassured.RestAssured.given;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Calls of people who decide, in the folders of the service under test. */
final class Deciding {
    static final String SEGMENTS = "MasterSegmentationOverrides.csv";
    private static final List<String> FILES =
            List.of(SEGMENTS, "MasterMergeOverrides.csv", "MasterWebsites.csv", "ManualOverrides.csv");

    private Deciding() {}

    /** The decisions of the golden case, an empty journal, and one run. */
    static void anew(SegmentationConfig config) throws IOException {
        for (String file : FILES) {
            Files.copy(
                    Golden.FOLDER.resolve("people/input").resolve(file),
                    config.input().resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(config.input().resolve(DecisionJournal.FILE));
        Files.deleteIfExists(config.input().resolve("SuggestionRejections.csv"));
        new TestRun(config.input(), config.output()).rules(config.rules()).execute(RunScope.ALL);
    }

    /** The id of the master of that canonical name. */
    static String id(SegmentationConfig config, String canonical) {
        return Folders.lines(config.output().resolve("MasterCustomerSegmentation.csv")).stream()
                .filter(line -> line.contains("," + canonical + ","))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*,", "");
    }

    /** The rows of the decisions. */
    static List<String> rows(SegmentationConfig config) {
        return Folders.lines(config.input().resolve(SEGMENTS));
    }

    static RequestSpecification json(String body) {
        return given().contentType("application/json; charset=UTF-8").body(body);
    }

    static ValidatableResponse put(String master, String header, String value, String body) {
        return json(body).header(header, value).put("/api/decisions/" + master).then();
    }

    static String tag(String path) {
        return given().get(path).then().statusCode(200).extract().header("ETag");
    }

    static boolean journalIsWhole(Path input) {
        return new DecisionJournal(input).verify().ok();
    }
}
