package dev.segmentation.rest.rules;

import dev.segmentation.rest.Segmentation;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that rules are loaded. */
@Readiness
public class RulesHealth implements HealthCheck {
    private final Segmentation segmentation;

    RulesHealth(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules")
                .status(segmentation.service().rules() != null)
                .withData("rules", segmentation.service().rules().summary())
                .build();
    }
}
