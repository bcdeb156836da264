package dev.segmentation.rest.decision;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.Tagged;
import dev.segmentation.rest.run.RunsResource;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.Job;
import dev.segmentation.service.SuggestionDesk;
import dev.segmentation.suggest.desk.OpenSuggestion;
import dev.segmentation.suggest.desk.SuggestionKind;
import io.smallrye.common.annotation.Blocking;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/suggestions}: what the machine would decide, for people to accept or reject. */
@Path("/api/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions", description = "What the machine would decide; people accept or reject it.")
public class SuggestionsResource {
    private static final int MOST = 100_000;

    private final Segmentation segmentation;
    private final Actor actor;

    SuggestionsResource(Segmentation segmentation, Actor actor) {
        this.segmentation = segmentation;
        this.actor = actor;
    }

    /** What to suggest. */
    @Schema(name = "SuggestionRequest")
    public record Request(
            @Schema(
                            nullable = true,
                            enumeration = {"group", "website"},
                            defaultValue = "group")
                    String kind,
            @Schema(
                            nullable = true,
                            minimum = "1",
                            maximum = "100000",
                            defaultValue = "1000",
                            description = "How many masters to look at, the most valuable first.")
                    Integer limit) {}

    /** Suggestions. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listSuggestions", summary = "What was suggested last, the most valuable masters first.")
    public Page<SuggestionInfo> list(
            @QueryParam("kind")
                    @Parameter(
                            description = "group or website",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"group", "website"},
                                            defaultValue = "group"))
                    String kind,
            @QueryParam("sure")
                    @Parameter(
                            description = "Only those at least that likely.",
                            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
                    String sure,
            @BeanParam PageQuery page) {
        double least = sure == null ? -1 : probability(sure);
        Page<OpenSuggestion> part = Page.of(
                desk().list(SuggestionInfo.kind(kind == null ? "group" : kind)).stream()
                        .filter(one -> least < 0 || one.sure(least))
                        .toList(),
                page);
        return new Page<>(
                part.total(),
                part.offset(),
                part.items().stream().map(SuggestionInfo::of).toList());
    }

    private static double probability(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("sure is a number from 0 to 1.");
    }

    /** Starts suggesting. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "suggest",
            summary = "Starts a job that suggests groups or websites; nothing outside of this machine is asked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(name = "groups", value = "{\"kind\": \"group\", \"limit\": 100}")))
    @APIResponse(
            responseCode = "202",
            description = "The job; Location tells where to ask for it.",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response suggest(Request asked) {
        QueryParams.requireBody(asked, "{\"kind\": \"group\"}");
        SuggestionKind kind = SuggestionInfo.kind(asked.kind() == null ? "group" : asked.kind());
        int limit = asked.limit() == null ? 1000 : asked.limit();
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + ", not " + limit + ".");
        }
        return RunsResource.accepted(desk().suggest(kind, limit, actor.author().name()));
    }

    /** One suggestion. */
    @GET
    @Path("/{kind}/{master}")
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readSuggestion",
            summary = "What is suggested for a master; its ETag allows to answer it.")
    @APIResponse(
            responseCode = "200",
            description = "The suggestion.",
            content = @Content(schema = @Schema(implementation = SuggestionInfo.class)))
    public Response read(
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"group", "website"}))
                    String kind,
            @PathParam("master") String master) {
        OpenSuggestion one = SuggestionInfo.known(desk(), SuggestionInfo.kind(kind), master);
        return Tagged.ok(SuggestionInfo.of(one), one.tag());
    }

    private SuggestionDesk desk() {
        return segmentation.service().suggestions();
    }
}
