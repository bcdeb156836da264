package dev.segmentation.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.segmentation.decision.journal.PendingChangeException;
import dev.segmentation.files.OutputException;
import dev.segmentation.rest.http.HangUp;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.StandardProblems;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.service.Jobs;
import dev.segmentation.service.rules.RulesRefusal;
import dev.segmentation.table.TableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the faults of a call into problem details. */
public final class ErrorMappers {
    private static final String NOT_JSON = "The body is not the JSON that this call takes";

    private final AllowedMethods methods;

    ErrorMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper({
        TableException.class,
        RulesException.class,
        OutputException.class,
        IllegalArgumentException.class,
        Jobs.FullException.class,
        Jobs.StoppingException.class,
        RulesRefusal.class
    })
    Response told(RuntimeException e) {
        return of(e).response();
    }

    /** What a fault means to those who asked; one of the service itself is told in the log alone. */
    public static Problem of(RuntimeException e) {
        if (e instanceof TableException) {
            return Problem.of(422, "Input not usable", e.getMessage());
        }
        if (e instanceof RulesException) {
            return Problem.of(422, "Rules not usable", e.getMessage());
        }
        if (e instanceof PendingChangeException) {
            return Problem.of(423, "Decisions held by another program", e.getMessage());
        }
        if (e instanceof OutputException) {
            return Problem.of(409, "Output not writable or in use", e.getMessage());
        }
        if (e instanceof Jobs.FullException) {
            return Problem.of(503, "Too much to do", e.getMessage());
        }
        if (e instanceof Jobs.StoppingException) {
            return Problem.of(503, "About to stop", e.getMessage());
        }
        if (e instanceof RulesRefusal refusal) {
            return refused(refusal);
        }
        return e instanceof IllegalArgumentException
                ? Problem.of(400, "Request not usable", e.getMessage())
                : StandardProblems.of(500);
    }

    private static Problem refused(RulesRefusal refusal) {
        return switch (refusal.kind()) {
            case UNKNOWN -> Problem.of(404, "No such rules", refusal.getMessage());
            case FORBIDDEN -> Problem.of(403, "Not allowed", refusal.getMessage());
            case CHANGED -> Problem.of(412, "Changed meanwhile", refusal.getMessage());
            case CONFLICT -> Problem.of(409, "Not as things stand", refusal.getMessage());
            case TOO_MUCH -> Problem.of(409, "Too much", refusal.getMessage());
        };
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException e) {
        return problem("Request not usable", 400, NOT_JSON + ": " + JsonFault.told(e));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, ContainerRequestContext request) {
        Response meant = e.getResponse();
        if (meant.getEntity() instanceof Problem || meant.getStatus() < 400) {
            return meant;
        }
        Response.ResponseBuilder answer = meant.getStatus() >= 500
                ? fault(e, meant.getStatus(), request).builder()
                : said(e, meant.getStatus()).builder();
        if (meant.getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, methods.of(request.getUriInfo().getPath()));
        }
        return answer.build();
    }

    private static Problem said(WebApplicationException e, int status) {
        return e.getCause() instanceof JsonProcessingException
                ? Problem.of(status, "Request not usable", NOT_JSON + ".")
                : StandardProblems.of(status);
    }

    @ServerExceptionMapper
    Response fault(Throwable e, ContainerRequestContext request) {
        if (HangUp.is(e)) {
            return StandardProblems.of(500).response(); // nobody gets it
        }
        return fault(e, 500, request).response();
    }

    private static Problem fault(Throwable e, int status, ContainerRequestContext request) {
        return StandardProblems.fault(
                e, status, request.getMethod() + " " + request.getUriInfo().getPath());
    }

    static Response problem(String title, int status, String detail) {
        return Problem.of(status, title, detail).response();
    }
}
