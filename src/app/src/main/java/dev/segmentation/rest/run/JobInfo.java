package dev.segmentation.rest.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.output.RunReport;
import dev.segmentation.rest.ErrorMappers;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.service.Flips;
import dev.segmentation.service.Job;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as the API tells it.
 *
 * @param id of the job
 * @param kind what is done
 * @param by who asked for it
 * @param state queued, running, done, failed or cancelled
 * @param created when it was asked for
 * @param started when it began
 * @param ended when it was over
 * @param step what is being done
 * @param done units of that step that are done
 * @param total units of that step, absent if not known
 * @param runId the run that it made
 * @param summary what the run did, in numbers
 * @param problem why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job")
public record JobInfo(
        @Schema(required = true, examples = "J000001") String id,
        @Schema(required = true, examples = "classify") String kind,
        @Schema(required = true) String by,
        @Schema(
                        required = true,
                        enumeration = {"queued", "running", "done", "failed", "cancelled"})
                String state,
        @Schema(required = true) Instant created,
        Instant started,
        Instant ended,
        @Schema(required = true) String step,
        @Schema(required = true) long done,
        Long total,
        String runId,
        RunNumbers summary,
        Problem problem) {

    public static JobInfo of(Job.View job) {
        RunReport report = job.result() instanceof RunReport one ? one : null;
        String runId = report != null ? report.runId() : job.result() instanceof Flips flips ? flips.runId() : null;
        return new JobInfo(
                job.id(),
                job.kind(),
                job.by(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.created(),
                job.started(),
                job.ended(),
                job.step(),
                job.done(),
                job.total() < 0 ? null : job.total(),
                runId,
                report == null ? null : RunNumbers.of(report),
                job.fault() == null ? null : ErrorMappers.of(job.fault()));
    }
}
