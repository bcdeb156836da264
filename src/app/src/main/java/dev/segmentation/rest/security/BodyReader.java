package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.http.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

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
        long length = said(context.request());
        boolean stranger = stranger(context);
        if (length == 0) {
            context.next();
        } else if (stranger && length > STRANGERS) {
            refuse(context);
        } else {
            long most = stranger ? STRANGERS : most(context.request(), config);
            BodyHandler.create(false).setBodyLimit(most).handle(context);
        }
    }

    private static boolean stranger(RoutingContext context) {
        return !(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private void refuse(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(
                        "WWW-Authenticate", signOn.challenge(context.request().getHeader(SignOn.FETCH_SITE)));
        problems.send(context, Problem.of(401));
    }

    /** Bytes that the headers tell of; 0 if there is no body, negative if they do not tell. */
    static long said(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}")) {
            return Long.parseLong(length);
        }
        boolean none = request.version() == HttpVersion.HTTP_2
                ? request.isEnded()
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        return none ? 0 : -1;
    }

    /** The largest that is taken; what is no JSON is an upload. */
    static long most(HttpServerRequest request, AccessConfig config) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean upload = type != null && !type.toLowerCase(Locale.ROOT).contains("json");
        return (upload ? config.maxUpload() : config.maxBody()).asLongValue();
    }
}
