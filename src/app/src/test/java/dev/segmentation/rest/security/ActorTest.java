package dev.segmentation.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void rolesAreInTheOrderOfTheirEnumeration() {
        Set<String> all = Set.of(Roles.OPERATOR, Roles.RULES_ADMIN, Roles.VIEWER, Roles.ANALYST);
        Set<String> some = Set.of(Roles.OPERATOR, Roles.VIEWER);

        assertThat(actor(all).roles()).containsExactly(Roles.VIEWER, Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR);
        assertThat(actor(some).roles()).containsExactly(Roles.VIEWER, Roles.OPERATOR);
    }

    private static Actor actor(Set<String> roles) {
        return new Actor(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("kim"))
                        .addRoles(roles)
                        .build(),
                null);
    }
}
