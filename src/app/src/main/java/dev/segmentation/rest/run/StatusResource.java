package dev.segmentation.rest.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.explain.OutputStatus;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.CurrentRun;
import dev.segmentation.service.Job;
import dev.segmentation.service.MasterInfo;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.workspace.Version;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/status}: version, rules in use, the last runs. */
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status", description = "How things stand.")
public class StatusResource {
    private final Segmentation segmentation;

    StatusResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** How things stand. */
    @Schema(name = "Status")
    public record Answer(
            @Schema(required = true, examples = "0.1.0") String version,
            @Schema(required = true, examples = "63 rules, 2418 terms") String rules,
            @Schema(nullable = true, description = "Absent if there was no run yet.")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    Run run,
            @Schema(required = true, description = "Jobs that wait or go on.") List<Job.View> jobs,
            @Schema(required = true, description = "The last runs, the oldest first, and their trend.")
                    OutputStatus.Result output) {}

    /** The run that readers see. */
    @Schema(name = "RunInView")
    public record Run(
            @Schema(required = true) String runId,
            @Schema(required = true) int masters,
            @Schema(required = true) int customers,
            @Schema(required = true) int worklist) {
        static Run of(CurrentRun run) {
            int customers = run.masters().stream().mapToInt(MasterInfo::keys).sum();
            return new Run(
                    run.runId(), run.masters().size(), customers, run.worklist().size());
        }
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readStatus",
            summary = "Version, rules in use, the run that readers see, jobs, last runs and their trend.")
    public Answer status() {
        SegmentationService service = segmentation.service();
        return new Answer(
                Version.product(),
                service.rules().summary(),
                service.current().map(Run::of).orElse(null),
                service.jobs().list().stream()
                        .map(Job::view)
                        .filter(job -> job.ended() == null)
                        .toList(),
                OutputStatus.of(service.settings().output()));
    }
}
