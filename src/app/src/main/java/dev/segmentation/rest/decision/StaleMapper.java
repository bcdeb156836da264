package dev.segmentation.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segmentation.decision.StaleException;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.service.BatchService;
import dev.segmentation.suggest.workflow.OpenSuggestion;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers changes of what is not any more as it was read: with the state that it has now. */
final class StaleMapper {
    private static final int STALE = 412;
    private static final int EXISTS = 409;

    /** A problem that tells the thing as it is, which is absent if it is not there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresentState(@JsonUnwrapped Problem problem, Object present) {}

    /** A new thing without a condition meets one that is there: a conflict; with a condition, the condition failed. */
    @ServerExceptionMapper
    Response stale(StaleException e, ContainerRequestContext request) {
        boolean conditional = request.getHeaderString(HttpHeaders.IF_MATCH) != null
                || request.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null;
        Problem problem = conditional
                ? Problem.of(STALE, "Changed meanwhile", e.getMessage())
                : Problem.of(EXISTS, "Decided already", e.getMessage());
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(new PresentState(
                        problem.at(request.getUriInfo().getRequestUri().getRawPath()),
                        e.present().map(StaleMapper::told).orElse(null)));
        e.tag().map(EntityTag::new).ifPresent(answer::tag);
        return answer.build();
    }

    private static Object told(Object present) {
        if (present instanceof OpenSuggestion suggestion) {
            return SuggestionInfo.of(suggestion);
        }
        return present instanceof BatchService.Outcome outcome ? BatchInfo.of(outcome, PageQuery.first()) : present;
    }
}
