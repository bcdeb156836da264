package dev.segmentation.rest.rules;

import dev.segmentation.customer.Progress;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.http.Patterns;
import dev.segmentation.rest.http.Problem;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.run.BaseNames;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.service.rules.PresentRules;
import dev.segmentation.service.rules.RuleOverview;
import dev.segmentation.service.rules.RuleService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules}: what rules there are, what stands in them, and whether they are sound as they stand in the folder. */
@Path("/api/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Rules",
        description = "Rule sets: read, checked, changed in change sets, previewed, published, taken back.")
public class RulesResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final int LONGEST = 200;
    private static final int MOST = 1_000;

    /** A check keeps both processors busy; one at a time is enough. */
    private final Semaphore checking = new Semaphore(1);

    private final Segmentation segmentation;
    private final PresentRules present;

    RulesResource(Segmentation segmentation, RuleService rules) {
        this.segmentation = segmentation;
        this.present = rules.present();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRules",
            summary = "The groups with their rule sets, term tables and cases, and the files that all share.")
    @APIResponseSchema(
            value = RuleOverview.class,
            responseCode = "200",
            responseDescription = "All files of the rules, with the version of each.")
    public Response list() {
        RuleOverview overview = RuleOverview.of(segmentation.service());
        return Response.ok(overview).tag(overview.version()).build();
    }

    @GET
    @Path("/{id}")
    @Produces({TEXT, WORKBOOK, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readRuleFile", summary = "The content of a file of the rules, as it stands.")
    @APIResponse(
            responseCode = "200",
            description = "The content; its ETag is its version.",
            content = {
                @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response read(@PathParam("id") String id) {
        RuleFile file = present.file(id);
        byte[] content = present.content(file);
        return Response.ok(content, file.workbook() ? WORKBOOK : TEXT)
                .tag(RuleFileSet.hash(content))
                .build();
    }

    @GET
    @Path("/terms")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "findTerms", summary = "Terms of all groups in use that hold a text, or bear that id.")
    public Page<RuleOverview.TermPlace> terms(
            @QueryParam("query")
                    @DefaultValue("")
                    @Parameter(
                            description = "A part of the term, in any case, or the id of its row; all if it is blank.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    String query,
            @BeanParam PageQuery page) {
        Patterns.check("query", query, LONGEST);
        return Page.of(RuleOverview.terms(segmentation.service(), query), page);
    }

    @POST
    @Path("/check")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "checkRules",
            summary =
                    "Checks tables and rules as they stand in the folder, over the names of the last run; runs all cases.")
    public RulePreviewInfo.Findings check() {
        SegmentationService service = segmentation.service();
        return alone(() -> {
            List<String> base = BaseNames.ofLastRun(service.settings().output())
                    .map(BaseNames::read)
                    .orElse(List.of());
            return RulePreviewInfo.Findings.of(
                    new RuleCheck(service.settings().rules(), service.settings().cache())
                            .check(base, service.rules(), Progress.NONE)
                            .result());
        });
    }

    /** What came of the cases. */
    @Schema(name = "RuleTest")
    public record TestAnswer(
            @Schema(required = true) boolean passed,
            @Schema(required = true) int cases,
            @Schema(required = true) int failed,
            @Schema(required = true, description = "The first 1,000 that failed.") List<RuleCase> failures,
            @Schema(required = true) List<Finding> problems,
            @Schema(required = true) Coverage rules,
            @Schema(required = true) Coverage terms) {
        /** How many the cases try. */
        @Schema(name = "RuleCoverage")
        public record Coverage(@Schema(required = true) int total, @Schema(required = true) int tried) {
            private Coverage(RuleTest.Coverage coverage) {
                this(coverage.total(), coverage.tried());
            }
        }
    }

    @POST
    @Path("/test")
    @RolesAllowed({Roles.ANALYST, Roles.RULES_ADMIN, Roles.OPERATOR})
    @Operation(
            operationId = "testRules",
            summary = "Runs every case beside the rules by the rules in use, and tells how much of them the cases try.")
    public TestAnswer test() {
        SegmentationService service = segmentation.service();
        return alone(() -> {
            RuleTest test = RuleTest.run(service.settings().rules(), service.rules());
            List<RuleCase> failures = test.failures();
            return new TestAnswer(
                    test.passed(),
                    test.cases().size(),
                    failures.size(),
                    failures.stream().limit(MOST).toList(),
                    test.problems().stream().limit(MOST).toList(),
                    new TestAnswer.Coverage(test.rules()),
                    new TestAnswer.Coverage(test.terms()));
        });
    }

    private <T> T alone(Supplier<T> work) {
        if (!checking.tryAcquire()) {
            throw Problem.of(503, "Too much to do", "Another check goes on. Try again when it is done.")
                    .failure();
        }
        try {
            return work.get();
        } finally {
            checking.release();
        }
    }
}
