package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segmentation.rest.http.Problem;

/**
 * A problem that tells how the thing is now.
 *
 * @param problem what is wrong
 * @param present the thing as it is, absent if it is not there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PresentState(@JsonUnwrapped Problem problem, Object present) {}
