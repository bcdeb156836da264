package dev.segmentation.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.segmentation.access.TooManyAttempts;
import dev.segmentation.decision.journal.PendingChangeException;
import dev.segmentation.files.OutputException;
import dev.segmentation.rest.http.HangUp;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.SignOn;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.service.Jobs;
import dev.segmentation.service.rules.RulesRefusal;
import dev.segmentation.table.TableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the faults of a call into problem details. */
public final class ErrorMappers {
    private static final String NOT_JSON = "The body is not the JSON that this call takes";

    private final OpenApiResource calls;
    private final SignOn signOn;

    ErrorMappers(OpenApiResource calls, SignOn signOn) {
        this.calls = calls;
        this.signOn = signOn;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(SecurityException e, ContainerRequestContext request) {
        return Problem.of(401)
                .builder()
                .header(HttpHeaders.WWW_AUTHENTICATE, signOn.challenge(request.getHeaderString(SignOn.FETCH_SITE)))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.of(403).response();
    }

    @ServerExceptionMapper
    Response tooMany(TooManyAttempts e) {
        return Problem.of(429)
                .builder()
                .header(HttpHeaders.RETRY_AFTER, e.seconds())
                .build();
    }

    @ServerExceptionMapper({
        TableException.class,
        RulesException.class,
        OutputException.class,
        IllegalArgumentException.class,
        Jobs.RefusedException.class,
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
        if (e instanceof Jobs.RefusedException refused) {
            return Problem.of(503, refused.stopping() ? "About to stop" : "Too much to do", e.getMessage());
        }
        if (e instanceof RulesRefusal refusal) {
            return refused(refusal);
        }
        return e instanceof IllegalArgumentException
                ? Problem.of(400, "Request not usable", e.getMessage())
                : Problem.of(500);
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
        return Problem.of(400, "Request not usable", NOT_JSON + ": " + told(e)).response();
    }

    /** What is wrong with a body in words of the body: callers know fields, and no classes of ours. */
    private static String told(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "there is no field \"" + place(unknown) + "\"; there are " + known + ".";
        }
        if (fault instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof IllegalArgumentException refused) {
                return refused.getMessage();
            }
            String place = place(mapping);
            return place.isEmpty()
                    ? "it is no object with the fields of this call."
                    : "\"" + place + "\" holds something of another kind than this call takes there.";
        }
        return fault.getOriginalMessage();
    }

    private static String place(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
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
            answer.header(HttpHeaders.ALLOW, calls.allowed(request.getUriInfo().getPath()));
        }
        return answer.build();
    }

    private static Problem said(WebApplicationException e, int status) {
        return e.getCause() instanceof JsonProcessingException
                ? Problem.of(status, "Request not usable", NOT_JSON + ".")
                : Problem.of(status);
    }

    @ServerExceptionMapper
    Response fault(Throwable e, ContainerRequestContext request) {
        if (HangUp.is(e)) {
            return Problem.of(500).response(); // nobody gets it
        }
        return fault(e, 500, request).response();
    }

    private static Problem fault(Throwable e, int status, ContainerRequestContext request) {
        return Problem.fault(
                e, status, request.getMethod() + " " + request.getUriInfo().getPath());
    }
}
