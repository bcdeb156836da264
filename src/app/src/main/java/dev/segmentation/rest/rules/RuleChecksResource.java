package dev.segmentation.rest.rules;

import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.run.BaseNames;
import dev.segmentation.service.SegmentationService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the rules are sound, as they stand in the folder. */
@Path("/api/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleChecksResource {
    /** A check keeps both processors busy; one at a time is enough. */
    private final Semaphore checking = new Semaphore(1);

    private final Segmentation segmentation;

    RuleChecksResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** Checks the folder as it stands. */
    @POST
    @Path("/check")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "checkRules",
            summary =
                    "Checks tables and rules as they stand in the folder, over the names of the last run; runs all cases.")
    public RuleFindings check() {
        SegmentationService service = segmentation.service();
        return alone(() -> {
            List<String> base = BaseNames.ofLastRun(service.settings().output())
                    .map(BaseNames::read)
                    .orElse(List.of());
            return RuleFindings.of(
                    new RuleCheck(service.settings().rules(), service.settings().cache())
                            .check(base, service.rules())
                            .result());
        });
    }

    /** Runs the cases. */
    @POST
    @Path("/test")
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "testRules",
            summary = "Runs every case beside the rules by the rules in use, and tells how much of them the cases try.")
    public RuleTrialResult test() {
        SegmentationService service = segmentation.service();
        return alone(() -> RuleTrialResult.of(RuleTest.run(service.settings().rules(), service.rules())));
    }

    private <T> T alone(Supplier<T> work) {
        if (!checking.tryAcquire()) {
            throw Problem.of(503, "Too much to do", "Another check goes on. Try again when it is done.")
                    .failure();
        }
        try {
            return work.get();
        } finally {
            checking.release();
        }
    }
}
