package dev.segmentation.rest.rules;

import dev.segmentation.history.Snapshots;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.run.RunsResource;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.Job;
import dev.segmentation.service.rules.RulePublisher;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.workspace.RunSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Previews and publishes a change set of rules. */
@Path("/api/rules/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RulePublicationResource {
    private final Segmentation segmentation;
    private final RuleService rules;
    private final Actor actor;

    RulePublicationResource(Segmentation segmentation, RuleService rules, Actor actor) {
        this.segmentation = segmentation;
        this.rules = rules;
        this.actor = actor;
    }

    @Schema(name = "PublicationRequest")
    public record Request(
            @Schema(
                            nullable = true,
                            description = "Whether to classify all masters by the new rules at once.",
                            defaultValue = "false")
                    Boolean reclassify) {}

    @POST
    @Path("/{id}/preview")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN})
    @Operation(
            operationId = "previewRuleChange",
            summary =
                    "Checks a change set, runs all cases, and classifies all masters by it in memory. One that touches"
                            + " code is for rules admins alone.")
    @APIResponseSchema(
            value = Job.View.class,
            responseCode = "202",
            responseDescription = "The job. Once it is done, GET of this address tells what would change.")
    public Response preview(@PathParam("id") String id) {
        return RunsResource.accepted(rules.previews().preview(id, RuleChangesResource.editor(actor)));
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readRulePreview",
            summary = "What a change set would do. You have seen it from now on; its ETag lets a rules admin publish.")
    @APIResponseSchema(
            value = RulePreviewInfo.class,
            responseCode = "200",
            responseDescription = "The last preview of the change set as it is.")
    public Response readPreview(
            @PathParam("id") String id,
            @QueryParam("of")
                    @Parameter(
                            description =
                                    "Which masters to list: those with another group, those refined, new conflicts.",
                            schema =
                                    @Schema(
                                            enumeration = {"flips", "refined", "conflicts"},
                                            defaultValue = "flips"))
                    String of,
            @BeanParam PageQuery page) {
        String listed = QueryParams.of("of", of, "flips", "flips", "refined", "conflicts");
        page.check();
        DraftPreview preview = rules.previews().look(id, actor.name());
        RunSettings settings = segmentation.service().settings();
        boolean current = preview.runId().equals(new Snapshots(settings.output()).placed());
        return Response.ok(RulePreviewInfo.of(preview, current, listed, page))
                .tag(preview.tag())
                .build();
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RULES_ADMIN)
    @Operation(
            operationId = "publishRuleChange",
            summary =
                    "Puts a change set into use: all its files or none. If-Match names its preview, which must have been"
                            + " seen by who asks.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "and classify", value = "{\"reclassify\": true}")))
    @APIResponse(
            responseCode = "200",
            description = "What is in place now.",
            content = @Content(schema = @Schema(implementation = RulePublisher.Publication.class)))
    @APIResponse(
            responseCode = "409",
            description = "The folder, the run or the change set is not as the preview shows it.")
    public Response publish(@PathParam("id") String id, @BeanParam IfMatch ifMatch, Request request) {
        boolean reclassify = request != null && Boolean.TRUE.equals(request.reclassify());
        return Response.ok(rules.publisher().publish(id, ifMatch.tag(), actor.author(), reclassify))
                .build();
    }
}
