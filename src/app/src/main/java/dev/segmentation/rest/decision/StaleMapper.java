package dev.segmentation.rest.decision;

import dev.segmentation.decision.ShownDecision;
import dev.segmentation.decision.ShownJudgement;
import dev.segmentation.decision.StaleException;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.service.BatchDesk;
import dev.segmentation.suggest.desk.OpenSuggestion;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers changes of what is not any more as it was read: with the state that it has now. */
final class StaleMapper {
    private static final int STALE = 412;
    private static final int EXISTS = 409;

    private final Segmentation segmentation;

    StaleMapper(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

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
                        e.present().map(this::told).orElse(null)));
        e.tag().map(EntityTag::new).ifPresent(answer::tag);
        return answer.build();
    }

    private Object told(Object present) {
        if (present instanceof ShownDecision decision) {
            return DecisionInfo.of(decision, segmentation.service().current());
        }
        if (present instanceof ShownJudgement judgement) {
            return JudgementInfo.of(judgement);
        }
        if (present instanceof OpenSuggestion suggestion) {
            return SuggestionInfo.of(suggestion);
        }
        return present instanceof BatchDesk.Outcome outcome ? BatchInfo.of(outcome, PageQuery.first()) : present;
    }
}
