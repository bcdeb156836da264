package dev.segmentation.rest.run;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.Job;
import dev.segmentation.service.Jobs;
import dev.segmentation.workspace.RunScope;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** {@code /api/runs}: jobs that make a run, how far they have come, and how they ended. */
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs", description = "Jobs: runs and reclassifications, one after the other.")
public class RunsResource {
    private final Segmentation segmentation;
    private final Actor actor;

    RunsResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** What to do. */
    @Schema(name = "RunRequest")
    public record Request(
            @Schema(
                            nullable = true,
                            description = "run: the whole way; dedupe: masters alone; classify: classes alone.",
                            enumeration = {"run", "dedupe", "classify"},
                            defaultValue = "run")
                    String scope) {
        RunScope asked() {
            String word = scope == null ? "run" : scope;
            for (RunScope one : RunScope.values()) {
                if (one.command().equals(word)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("scope is run, dedupe or classify, not \"" + word + "\".");
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "startRun", summary = "Starts a run: reads files and rules anew and makes the tables.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "whole", value = "{\"scope\": \"run\"}")))
    @APIResponse(
            responseCode = "202",
            description = "The job; Location tells where to ask for it.",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response start(Request request) {
        QueryParams.requireBody(request, "{\"scope\": \"run\"}");
        RunScope scope = request.asked();
        return accepted(segmentation.service().run(scope, actor.name()));
    }

    public static Response accepted(Job job) {
        return Response.accepted(job.view())
                .location(URI.create("/api/runs/" + job.id()))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listRuns", summary = "The jobs that are known, the newest first.")
    public Page<Job.View> list(@BeanParam PageQuery page) {
        return Page.of(
                segmentation.service().jobs().list().stream().map(Job::view).toList(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readRun", summary = "How far a job has come, and how it ended.")
    public Job.View read(@PathParam("id") String id) {
        return job(id).view();
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "followRun",
            summary = "The same as server-sent events, until the job is over; the data of each is a Job as JSON.")
    @APIResponse(
            responseCode = "200",
            description = "Events, each the job as it stands then.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.OBJECT)))
    public Multi<Job.View> events(@PathParam("id") String id) {
        return JobEvents.of(job(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "cancelRun",
            summary = "Asks a job to stop. What it has not written is dropped; what is being put in place is finished.")
    @APIResponse(
            responseCode = "202",
            description = "It is asked to stop.",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    @APIResponse(responseCode = "409", description = "It is over already.")
    public Response cancel(@PathParam("id") String id) {
        Job job = job(id);
        if (!segmentation.service().jobs().cancel(id)) {
            return Problem.of(409, "Job is over", "Job " + id + " is over already.")
                    .response();
        }
        return accepted(job);
    }

    private Job job(String id) {
        Jobs jobs = segmentation.service().jobs();
        return jobs.find(id).orElseThrow(() -> Problem.of(
                        404, "No such job", "No job has this id. The last ones are known; GET /api/runs lists them.")
                .failure());
    }
}
