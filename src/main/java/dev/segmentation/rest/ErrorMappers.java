package dev.segmentation.rest;

import dev.segmentation.csv.OutputException;
import dev.segmentation.csv.TableException;
import dev.segmentation.rules.RulesException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the faults of a run into answers. */
final class ErrorMappers {
    private static final String TYPE = "application/problem+json";

    @ServerExceptionMapper
    Response table(TableException e) {
        return problem("Input not usable", 422, e);
    }

    @ServerExceptionMapper
    Response rules(RulesException e) {
        return problem("Rules not usable", 422, e);
    }

    @ServerExceptionMapper
    Response output(OutputException e) {
        return problem("Output not writable or in use", 409, e);
    }

    @ServerExceptionMapper
    Response request(IllegalArgumentException e) {
        return problem("Request not usable", 400, e);
    }

    private static Response problem(String title, int status, Exception e) {
        return Response.status(status)
                .type(TYPE)
                .entity(new ErrorInfo(title, status, e.getMessage()))
                .build();
    }
}
