package dev.segmentation.rest.decision;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.ManualDecision;
import dev.segmentation.rest.Forms;
import dev.segmentation.rest.IfMatch;
import dev.segmentation.rest.QueryParams;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.ServiceMetrics;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Actor;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.service.SuggestionDesk;
import dev.segmentation.suggest.desk.SuggestionAnswer;
import dev.segmentation.suggest.desk.SuggestionAnswers;
import dev.segmentation.suggest.desk.SuggestionKind;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/suggestions}: what people answer to suggestions. */
@Path("/api/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
public class SuggestionAnswersResource {
    private final Segmentation segmentation;
    private final Actor actor;
    private final ServiceMetrics metrics;

    SuggestionAnswersResource(Segmentation segmentation, Actor actor, ServiceMetrics metrics) {
        this.segmentation = segmentation;
        this.actor = actor;
        this.metrics = metrics;
    }

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
            @Schema(nullable = true, maxLength = ManualDecision.REASON, pattern = Forms.LINE) String reason) {}

    /** What came of it. */
    @Schema(name = "SuggestionAnswer")
    public record Answer(
            @Schema(required = true) String master,
            @Schema(required = true) String suggested,
            @Schema(required = true, examples = "ACCEPTED") String outcome,
            @Schema(required = true, description = "The same in words.") String told,
            @Schema(required = true) Pending change) {}

    /** Accepts one. */
    @POST
    @Path("/{kind}/{master}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
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
        SuggestionDesk.Meant meant = meant(kind, master, said.number(), ifMatch);
        if (chosen.isPresent() && (meant.kind() != SuggestionKind.GROUP || meant.place() != 1)) {
            throw Problem.of(422, "Not one answer", "A group that you chose goes with no number, and with no website.")
                    .failure();
        }
        return answer(desk().accept(meant, chosen, actor.author()), "suggest accept");
    }

    /** Rejects one. */
    @POST
    @Path("/{kind}/{master}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
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
        String reason = ManualDecision.reason(said.reason());
        return answer(
                desk().reject(meant(kind, master, said.number(), ifMatch), reason, actor.author()), "suggest reject");
    }

    private SuggestionDesk.Meant meant(String word, String master, Integer number, IfMatch ifMatch) {
        SuggestionKind kind = SuggestionInfo.kind(word);
        int place = number == null ? 1 : number;
        if (place < 1 || place > 3) {
            throw new IllegalArgumentException("number is 1 to 3, not " + place + ".");
        }
        Expected expected = ifMatch.expected();
        SuggestionInfo.known(desk(), kind, master);
        return new SuggestionDesk.Meant(kind, master, place, expected);
    }

    private Response answer(SuggestionAnswers answers, String command) {
        SuggestionAnswer one = answers.answers().get(0);
        if (!one.outcome().fine()) {
            return Problem.of(409, "Not done", one.master() + ": " + one.told() + ".")
                    .response();
        }
        metrics.changed(command, answers.transaction().isEmpty() ? 0 : 1);
        return Response.ok(new Answer(
                        one.masterId(),
                        one.suggested(),
                        one.outcome().name(),
                        one.told(),
                        Pending.of(answers.transaction(), List.of())))
                .build();
    }

    private SuggestionDesk desk() {
        return segmentation.service().suggestions();
    }
}
