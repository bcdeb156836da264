package dev.segmentation.rest;

import static io.restassured.RestAssured.given;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.service.TestRun;
import io.restassured.response.ValidatableResponse;

/** Calls of people who read what a run found. */
final class Reading {
    static final String MASTERS = "MasterCustomerSegmentation.csv";

    private Reading() {}

    /** A run over the folders of the service. */
    static TestRun run(SegmentationConfig config) {
        return new TestRun(config.input(), config.output())
                .rules(config.rules())
                .keepRuns(1000);
    }

    static ValidatableResponse get(String path) {
        return given().get(path).then();
    }
}
