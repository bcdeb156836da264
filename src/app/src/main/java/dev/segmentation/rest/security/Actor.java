package dev.segmentation.rest.security;

import dev.segmentation.access.Role;
import dev.segmentation.decision.journal.Origin;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who asks, for resources to inject: changes of decisions are journaled under {@link #author()}. */
@RequestScoped
public class Actor {
    private final SecurityIdentity identity;
    private final RoutingContext context;

    Actor(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    /** The name under which somebody signed on; blank for nobody. */
    public String name() {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    /** What may be done, as in {@link Roles}, in the order of {@link Role}. */
    public Set<String> roles() {
        return Arrays.stream(Role.values())
                .map(Role::label)
                .filter(identity::hasRole)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the actor holds that role. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** From which address; that of the client where a trusted proxy tells it. */
    public String from() {
        return context.request().remoteAddress().hostAddress();
    }

    /** Name and address as the journal takes them. A plain value: it may be handed to a job that outlives the request. */
    public Origin author() {
        return Origin.of(name(), from());
    }
}
