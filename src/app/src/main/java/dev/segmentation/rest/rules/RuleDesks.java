package dev.segmentation.rest.rules;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.Tagged;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.service.rules.RuleChanges;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.List;

/** What people do to the rules of this process, and how they are told of it. */
@Startup
@ApplicationScoped
public class RuleDesks {
    private final Segmentation segmentation;
    private final RuleService desk;

    RuleDesks(Segmentation segmentation, SegmentationConfig config) {
        this.segmentation = segmentation;
        this.desk = new RuleService(
                segmentation.service(), config.state().resolve("rules"), config.keepRuleVersions(), Clock.systemUTC());
    }

    RuleService desk() {
        return desk;
    }

    /** A change set as it is, with what differs in each file. */
    Response answer(RuleDraft draft) {
        RuleChangeInfo info = RuleChangeInfo.of(draft, desk.changes(), files(), true);
        return Tagged.ok(info, info.etag());
    }

    /** The same for one that is new. */
    Response created(RuleDraft draft) {
        RuleChangeInfo info = RuleChangeInfo.of(draft, desk.changes(), files(), true);
        return Tagged.created(UriBuilder.fromPath("/api/rules/changes/{id}").build(info.id()), info, info.etag());
    }

    /** Change sets without what differs in each file. */
    List<RuleChangeInfo> told(List<RuleDraft> drafts) {
        RuleFileSet now = files();
        return drafts.stream()
                .map(draft -> RuleChangeInfo.of(draft, desk.changes(), now, false))
                .toList();
    }

    private RuleFileSet files() {
        return RuleFileSet.read(segmentation.service().settings().rules());
    }

    static RuleChanges.Editor editor(Actor actor) {
        return new RuleChanges.Editor(actor.author().name(), actor.is(Roles.RULES_ADMIN));
    }
}
