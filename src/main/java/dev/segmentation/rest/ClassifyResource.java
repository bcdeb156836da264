package dev.segmentation.rest;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Decision;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.Classifier;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /api/classify}: what the rules make of names that need not be in any list. */
@Path("/api/classify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClassifyResource {
    private final Segmentation segmentation;
    private final ServiceMetrics metrics;

    ClassifyResource(Segmentation segmentation, ServiceMetrics metrics) {
        this.segmentation = segmentation;
        this.metrics = metrics;
    }

    /**
     * The question.
     *
     * @param names the names to classify
     */
    public record Request(List<String> names) {}

    /**
     * The answer for one name.
     *
     * @param name as asked
     * @param group industrial group
     * @param detail industry in words
     * @param naics NAICS code
     * @param supportCategory secondary class
     * @param method how it was decided
     * @param confidence how sure it is
     * @param ruleId what decided
     * @param rationale why
     */
    public record Answer(
            String name,
            String group,
            String detail,
            String naics,
            String supportCategory,
            String method,
            String confidence,
            String ruleId,
            String rationale) {}

    /** Classifies up to as many names as the configuration allows. */
    @POST
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    public List<Answer> classify(Request request) {
        List<String> names = request == null || request.names() == null ? List.of() : request.names();
        if (names.isEmpty() || names.size() > segmentation.maxNames()) {
            throw new IllegalArgumentException("Send {\"names\": [...]} with 1 to " + segmentation.maxNames()
                    + " names, not " + names.size() + ".");
        }
        List<Answer> answers = new ArrayList<>();
        try (Classifier classifier = segmentation.service().rules().newClassifier()) {
            for (String name : names) {
                answers.add(answer(name, classifier));
            }
        }
        metrics.classified(names.size());
        return answers;
    }

    private Answer answer(String name, Classifier classifier) {
        if (name == null || name.length() > Customer.LONGEST_NAME) {
            throw new IllegalArgumentException("A name is a text of at most " + Customer.LONGEST_NAME + " characters.");
        }
        Decision decision = classifier.classify(
                List.of(segmentation.service().rules().parser().evidence(name)), List.of());
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
