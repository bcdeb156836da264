package dev.segmentation.rest.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/** Health and metrics are for operators, and for programs on this machine, which need not sign on. */
@Singleton
final class OperationsPolicy implements HttpSecurityPolicy {
    /** A proxy on this machine speaks for others. */
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "Via");

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        if (fromHere(context.request())) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.hasRole(Roles.OPERATOR) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private static boolean fromHere(HttpServerRequest request) {
        return RequestHeaders.isLoopbackAddress(request.remoteAddress().hostAddress())
                && RequestHeaders.isLoopbackName(RequestHeaders.host(request.getHeader("Host")))
                && PROXIED.stream().noneMatch(header -> request.getHeader(header) != null);
    }
}
