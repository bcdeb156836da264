package dev.segmentation.rest.rules;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.service.rules.RuleService;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one rule service of this process when it starts, so that a publication that was cut off is settled first. */
final class RuleServiceProducer {
    @Produces
    @Singleton
    @Startup
    static RuleService service(Segmentation segmentation, SegmentationConfig config) {
        return new RuleService(
                segmentation.service(), config.state().resolve("rules"), config.keepRuleVersions(), Clock.systemUTC());
    }
}
