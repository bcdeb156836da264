package dev.segmentation.rest;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.RuleChanges;
import dev.segmentation.service.RuleDesk;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What people do to the rules of this process. */
@Startup
@ApplicationScoped
public class RuleDesks {
    private final RuleDesk desk;

    RuleDesks(Segmentation segmentation, SegmentationConfig config) {
        this.desk = new RuleDesk(
                segmentation.service(), config.state().resolve("rules"), config.keepRuleVersions(), Clock.systemUTC());
    }

    RuleDesk desk() {
        return desk;
    }

    static RuleChanges.Editor editor(Actor actor) {
        return new RuleChanges.Editor(actor.author().name(), actor.is(Roles.RULES_ADMIN));
    }
}
