package dev.segmentation.rest.security;

import dev.segmentation.access.TooManyAttempts;
import dev.segmentation.rest.http.StandardProblems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns refusals within the resources into problem details. */
final class RefusalMappers {
    private final SignOn signOn;

    RefusalMappers(SignOn signOn) {
        this.signOn = signOn;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(SecurityException e, ContainerRequestContext request) {
        return StandardProblems.of(401)
                .builder()
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        Challenge.text(signOn, request.getHeaderString(Challenge.FETCH_SITE)))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return StandardProblems.of(403).response();
    }

    @ServerExceptionMapper
    Response tooMany(TooManyAttempts e) {
        return StandardProblems.of(429)
                .builder()
                .header(HttpHeaders.RETRY_AFTER, e.seconds())
                .build();
    }
}
