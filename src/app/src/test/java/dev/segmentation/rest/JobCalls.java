package dev.segmentation.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Set;

/** Calls that wait for jobs. */
final class JobCalls {
    private static final Set<String> OPEN = Set.of("queued", "running");

    private JobCalls() {}

    /** The job that was accepted, once it is over. */
    static ValidatableResponse over(Response accepted) {
        String place = accepted.then().statusCode(202).extract().header("Location");
        Response job = given().get(place);
        while (job.statusCode() == 200 && OPEN.contains(job.<String>path("state"))) {
            Thread.onSpinWait();
            job = given().get(place);
        }
        return job.then().statusCode(200);
    }
}
