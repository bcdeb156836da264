package dev.segmentation.rest;

import dev.segmentation.rest.security.Roles;
import dev.segmentation.run.Changes;
import dev.segmentation.run.RunReport;
import dev.segmentation.run.RunScope;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /api/reclassifications}: classify all masters anew, after a rule or a decision changed. */
@Path("/api/reclassifications")
@Produces(MediaType.APPLICATION_JSON)
public class ReclassificationResource {
    private final Segmentation segmentation;

    ReclassificationResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /**
     * What came of it.
     *
     * @param runId id of the run
     * @param masters masters classified
     * @param unknown masters of the group Unknown
     * @param worklist masters on the worklist
     * @param rejected rows of the decisions that could not be used
     * @param changes what differs from the last run
     */
    public record Answer(String runId, int masters, int unknown, int worklist, int rejected, Changes changes) {}

    /** Reads rules and decisions anew and classifies the masters of the last master map. */
    @POST
    @Blocking
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    public Answer reclassify() {
        RunReport report = segmentation.run(RunScope.CLASSIFY);
        return new Answer(
                report.runId(),
                report.tally().masters(),
                report.tally().unknown(),
                report.tally().worklist(),
                report.rejected().size(),
                report.changes());
    }
}
