package dev.segmentation.rest.run;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Decision;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/classify}: what the rules make of names that need not be in any list. */
@Path("/api/classify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classify", description = "Names that need not be in any list.")
public class ClassifyResource {
    private final Segmentation segmentation;

    ClassifyResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    /** The question. */
    @Schema(name = "ClassifyRequest")
    public record Request(
            @Schema(
                            required = true,
                            minItems = 1,
                            maxItems = 1000,
                            description = "1 to 1,000 names; segmenter.max-names sets the limit.")
                    List<String> names) {}

    /** The answer for one name. */
    @Schema(name = "Classified")
    public record Answer(
            @Schema(required = true) String name,
            @Schema(required = true) String group,
            @Schema(required = true) String detail,
            @Schema(required = true) String naics,
            @Schema(required = true) String supportCategory,
            @Schema(required = true) String method,
            @Schema(required = true) String confidence,
            @Schema(required = true) String ruleId,
            @Schema(required = true) String rationale) {}

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "classify",
            summary = "What the rules in use make of 1 to 1,000 names, in the order asked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(name = "one", value = "{\"names\": [\"Springfield Hotel LLC\"]}")))
    public List<Answer> classify(Request request) {
        List<String> names = request == null || request.names() == null ? List.of() : request.names();
        if (names.isEmpty() || names.size() > segmentation.maxNames()) {
            throw new IllegalArgumentException("Send {\"names\": [...]} with 1 to " + segmentation.maxNames()
                    + " names, not " + names.size() + ".");
        }
        names.forEach(ClassifyResource::check);
        List<Answer> answers = segmentation.service().classifying((rules, classifier) -> names.stream()
                .map(name -> answer(name, rules, classifier))
                .toList());
        segmentation.classified(names.size());
        return answers;
    }

    private static void check(String name) {
        if (name == null || name.length() > Customer.LONGEST_NAME) {
            throw new IllegalArgumentException("A name is a text of at most " + Customer.LONGEST_NAME + " characters.");
        }
    }

    private static Answer answer(String name, RuleCatalog rules, Classifier classifier) {
        Decision decision = classifier.classify(List.of(rules.parser().evidence(name)), List.of());
        return new Answer(
                name,
                decision.group().label(),
                decision.classification().detail(),
                decision.classification().naics(),
                decision.classification().support().label(),
                decision.method().label(),
                decision.confidence().label(),
                decision.ruleId(),
                decision.rationale());
    }
}
