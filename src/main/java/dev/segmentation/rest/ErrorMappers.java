package dev.segmentation.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.segmentation.csv.OutputException;
import dev.segmentation.csv.TableException;
import dev.segmentation.rules.RulesException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the faults of a run into answers. */
final class ErrorMappers {
    private static final String TYPE = "application/problem+json";

    @ServerExceptionMapper
    Response table(TableException e) {
        return problem("Input not usable", 422, e.getMessage());
    }

    @ServerExceptionMapper
    Response rules(RulesException e) {
        return problem("Rules not usable", 422, e.getMessage());
    }

    @ServerExceptionMapper
    Response output(OutputException e) {
        return problem("Output not writable or in use", 409, e.getMessage());
    }

    @ServerExceptionMapper
    Response request(IllegalArgumentException e) {
        return problem("Request not usable", 400, e.getMessage());
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException e) {
        return problem(
                "Request not usable", 400, "The body is not the JSON that this call takes: " + e.getOriginalMessage());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        boolean json = e.getCause() instanceof JsonProcessingException;
        return problem(
                e.getResponse().getStatusInfo().getReasonPhrase(),
                status,
                json
                        ? "The body is not the JSON that this call takes."
                        : "See the operator guide for the calls there are.");
    }

    static Response problem(String title, int status, String detail) {
        return Response.status(status)
                .type(TYPE)
                .entity(new ErrorInfo(title, status, detail))
                .build();
    }
}
