package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.ProblemWriter;
import dev.segmentation.rest.http.StandardProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes in the whole body before a thread is spent on a request, for threads that wait for bodies which never end would keep
 * everybody else out. Whoever has not signed on may send as much as signing on needs.
 */
@Singleton
final class BodyReader {
    private static final int AFTER_SIGN_ON = 50;
    private static final long STRANGERS = 16L << 10;

    private final AccessConfig config;
    private final SignOn signOn;
    private final ProblemWriter problems;

    BodyReader(SegmentationConfig config, SignOn signOn, ProblemWriter problems) {
        this.config = config.access();
        this.signOn = signOn;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, AFTER_SIGN_ON);
    }

    private void take(RoutingContext context) {
        long length = BodySize.said(context.request());
        boolean stranger = stranger(context);
        if (length == 0) {
            context.next();
        } else if (stranger && length > STRANGERS) {
            refuse(context);
        } else {
            long most = stranger ? STRANGERS : BodySize.most(context.request(), config);
            BodyHandler.create(false).setBodyLimit(most).handle(context);
        }
    }

    private static boolean stranger(RoutingContext context) {
        return !(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private void refuse(RoutingContext context) {
        String site = context.request().getHeader(Challenge.FETCH_SITE);
        context.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader("WWW-Authenticate", Challenge.text(signOn, site));
        problems.send(context, StandardProblems.of(401));
    }
}
