package dev.segmentation.rest.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what fails before or beside the resources: sign-on, limits, addresses outside of the API. */
@Singleton
final class FailureHandler {
    private static final int FIRST = -10_000;

    private final ProblemWriter writer;

    FailureHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        int status = StatusOf.failure(context);
        String call = context.request().method() + " " + context.request().path();
        writer.send(
                context,
                status < 500 ? StandardProblems.of(status) : StandardProblems.fault(context.failure(), status, call));
    }
}
