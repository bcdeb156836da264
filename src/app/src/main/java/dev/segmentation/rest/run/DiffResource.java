package dev.segmentation.rest.run;

import dev.segmentation.compare.DiffReport;
import dev.segmentation.compare.RunDiff;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.table.TableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/diff}: what differs between two runs that are kept. */
@Path("/api/diff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class DiffResource {
    private static final Set<String> WORDS = Set.of("last", "previous");

    private final Segmentation segmentation;

    DiffResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** One of the runs. */
    @Schema(name = "ComparedRun")
    public record Run(
            @Schema(required = true) String runId,
            @Schema(required = true) int masters,
            @Schema(required = true) int customers) {
        static Run of(DiffReport.Run run) {
            return new Run(run.runId(), run.masters(), run.customers());
        }
    }

    /** What differs; each list in the part that was asked for, those with most customer keys first. */
    @Schema(name = "Diff")
    public record Answer(
            @Schema(required = true) Run before,
            @Schema(required = true) Run after,
            @Schema(required = true, description = "Customer keys in counts.") DiffReport.Keys keys,
            @Schema(required = true, description = "Masters and keys of each group in both runs.")
                    List<DiffReport.GroupCount> groups,
            @Schema(required = true, description = "How many masters went from which group to which.")
                    List<DiffReport.Move> moves,
            @Schema(required = true, description = "Masters in another group.") Page<DiffReport.Regrouped> regrouped,
            @Schema(required = true, description = "Masters that ended because another has their keys now.")
                    Page<DiffReport.Successor> merged,
            @Schema(required = true, description = "Masters that began with keys of another.")
                    Page<DiffReport.Successor> split,
            @Schema(required = true, description = "Masters under another name or id.")
                    Page<DiffReport.Renamed> renamed,
            @Schema(required = true, description = "Masters whose keys are all new.") Page<DiffReport.Single> fresh,
            @Schema(required = true, description = "Masters whose keys are all gone.") Page<DiffReport.Single> gone,
            @Schema(required = true) List<String> notes) {
        static Answer of(DiffReport report, PageQuery page) {
            return new Answer(
                    Run.of(report.before()),
                    Run.of(report.after()),
                    report.keys(),
                    report.groups(),
                    report.moves(),
                    Page.of(report.regrouped(), page),
                    Page.of(report.merged(), page),
                    Page.of(report.split(), page),
                    Page.of(report.renamed(), page),
                    Page.of(report.fresh(), page),
                    Page.of(report.gone(), page),
                    report.notes());
        }
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "compareRuns",
            summary = "What differs between two runs that are kept; limit and offset hold for each list.")
    public Answer diff(
            @QueryParam("from")
                    @DefaultValue("previous")
                    @Parameter(description = "The earlier run: its id, last or previous.", example = "previous")
                    String from,
            @QueryParam("to")
                    @DefaultValue("last")
                    @Parameter(description = "The later run: its id, last or previous.", example = "last")
                    String to,
            @BeanParam PageQuery page) {
        Snapshots snapshots = new Snapshots(segmentation.service().settings().output());
        return Answer.of(RunDiff.between(find(snapshots, from), find(snapshots, to)), page);
    }

    /** Never by a path, which the command line takes too. */
    private static Snapshot find(Snapshots snapshots, String name) {
        try {
            if (WORDS.contains(name)) {
                return snapshots.find(name);
            }
        } catch (TableException e) {
            throw none("There is no " + name + " run that classified. POST /api/runs makes one.");
        }
        return snapshots
                .kept(name)
                .orElseThrow(() -> none("No run of this id is kept. GET /api/status lists the last runs."));
    }

    private static WebApplicationException none(String detail) {
        return Problem.of(404, "No such run", detail).failure();
    }
}
