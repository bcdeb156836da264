package dev.segmentation.rest.decision;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.DecisionPatch;
import dev.segmentation.decision.Expected;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.run.RunsResource;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.Job;
import dev.segmentation.service.SuggestionService;
import dev.segmentation.suggest.workflow.OpenSuggestion;
import dev.segmentation.suggest.workflow.SuggestionAnswer;
import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionKind;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

    /** Which offer to accept, or what to decide instead. */
    @Schema(name = "SuggestionAcceptance")
    public record Accepted(
            @Schema(nullable = true, minimum = "1", maximum = "3", defaultValue = "1", description = "Which offer.")
                    Integer number,
            @Schema(ref = "GroupOrNone") String group) {}

    /** Which offer to reject, and why. */
    @Schema(name = "SuggestionRejection")
    public record Rejected(
            @Schema(nullable = true, minimum = "1", maximum = "3", defaultValue = "1", description = "Which offer.")
                    Integer number,
            @Schema(nullable = true, maxLength = DecisionPatch.REASON, pattern = Patterns.LINE) String reason) {}

    /** What came of it. */
    @Schema(name = "SuggestionAnswer")
    public record Answer(
            @Schema(required = true) String master,
            @Schema(required = true) String suggested,
            @Schema(required = true, examples = "ACCEPTED") String outcome,
            @Schema(required = true, description = "The same in words.") String told,
            @Schema(required = true) ChangeReceipt change) {}

    @GET
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
        double least = sure == null ? -1 : QueryParams.probability("sure", sure);
        List<OpenSuggestion> found = service().list(SuggestionInfo.kind(kind == null ? "group" : kind)).stream()
                .filter(one -> least < 0 || one.sure(least))
                .toList();
        return Page.of(found, page).map(SuggestionInfo::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
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
        return RunsResource.accepted(service().suggest(kind, limit, actor.name()));
    }

    @GET
    @Path("/{kind}/{master}")
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
        OpenSuggestion one = known(SuggestionInfo.kind(kind), master);
        return Response.ok(SuggestionInfo.of(one)).tag(one.tag()).build();
    }

    @POST
    @Path("/{kind}/{master}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "acceptSuggestion",
            summary = "Makes a suggestion a decision, or decides otherwise; what people decided before stays.")
    @APIResponse(
            responseCode = "200",
            description = "It is decided so.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "422", description = "A group of one's own was sent with a number, or for a website.")
    @APIResponse(responseCode = "409", description = "People decided otherwise, or its master is another one now.")
    public Response accept(
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"group", "website"}))
                    String kind,
            @PathParam("master") String master,
            @BeanParam IfMatch ifMatch,
            Accepted said) {
        QueryParams.requireBody(said, "{}");
        Optional<IndustrialGroup> chosen = Optional.ofNullable(said.group()).map(word -> IndustrialGroup.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("group is not a group of the locked list.")));
        return answer(
                kind,
                master,
                said.number(),
                ifMatch,
                chosen.isPresent(),
                "suggest accept",
                (review, picks) -> review.accept(picks, chosen, false, actor.author(), false));
    }

    @POST
    @Path("/{kind}/{master}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "rejectSuggestion",
            summary = "Rejects a suggestion: it does not come back until what speaks for it changes.")
    @APIResponse(
            responseCode = "200",
            description = "It is rejected.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "People decided so, or its master is another one now.")
    public Response reject(
            @PathParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"group", "website"}))
                    String kind,
            @PathParam("master") String master,
            @BeanParam IfMatch ifMatch,
            Rejected said) {
        QueryParams.requireBody(said, "{}");
        String reason = DecisionPatch.reason(said.reason());
        return answer(
                kind,
                master,
                said.number(),
                ifMatch,
                false,
                "suggest reject",
                (review, picks) -> review.reject(picks, reason, actor.author(), false));
    }

    private Response answer(
            String word,
            String master,
            Integer number,
            IfMatch ifMatch,
            boolean chosen,
            String command,
            BiFunction<SuggestionReview, List<SuggestionPick>, SuggestionAnswers> answer) {
        SuggestionKind kind = SuggestionInfo.kind(word);
        int place = SuggestionInfo.place(number);
        Expected expected = ifMatch.expected();
        known(kind, master);
        if (chosen && (kind != SuggestionKind.GROUP || place != 1)) {
            throw Problem.of(422, "Not one answer", "A group that you chose goes with no number, and with no website.")
                    .failure();
        }
        SuggestionAnswers answers = service().answer(kind, master, place, expected, answer);
        SuggestionAnswer one = answers.answers().get(0);
        if (!one.outcome().fine()) {
            return Problem.of(409, "Not done", one.master() + ": " + one.told() + ".")
                    .response();
        }
        segmentation.changed(command, answers.transaction().isEmpty() ? 0 : 1);
        return Response.ok(new Answer(
                        one.masterId(),
                        one.suggested(),
                        one.outcome().name(),
                        one.told(),
                        ChangeReceipt.of(answers.transaction(), List.of())))
                .build();
    }

    private OpenSuggestion known(SuggestionKind kind, String master) {
        return service().find(kind, master).orElseThrow(() -> Problem.of(
                        404,
                        "No such suggestion",
                        "Nothing was suggested for a master of this id. POST /api/suggestions suggests anew.")
                .failure());
    }

    private SuggestionService service() {
        return segmentation.service().suggestions();
    }
}
