package dev.segmentation.rest.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;

/** The status that a failure means. */
final class StatusOf {
    private static final int FAULT = 500;

    private StatusOf() {}

    static int failure(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            return 401;
        }
        if (failure instanceof ForbiddenException) {
            return 403;
        }
        return context.statusCode() > 0 ? context.statusCode() : FAULT;
    }
}
