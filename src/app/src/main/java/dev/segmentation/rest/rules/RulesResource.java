package dev.segmentation.rest.rules;

import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rest.Segmentation;
import dev.segmentation.rest.Tagged;
import dev.segmentation.rest.http.Forms;
import dev.segmentation.rest.security.Roles;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.service.rules.RuleOverview;
import dev.segmentation.service.rules.RuleService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/rules}: what rules there are and what stands in them. */
@Path("/api/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Rules",
        description = "Rule sets: read, checked, changed in change sets, previewed, published, taken back.")
public class RulesResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final int LONGEST = 200;

    private final Segmentation segmentation;
    private final RuleService desk;

    RulesResource(Segmentation segmentation, RuleDesks desks) {
        this.segmentation = segmentation;
        this.desk = desks.desk();
    }

    /** All rule sets. */
    @Schema(name = "RuleSets")
    public record Sets(
            @Schema(required = true) String version,
            @Schema(required = true, examples = "48 rules, 9500 terms, 47000 known organisations") String inUse,
            @Schema(required = true) List<GroupSet> groups,
            @Schema(required = true) List<RuleFileInfo> shared) {}

    /** The rule set of a group. */
    @Schema(name = "RuleSet")
    public record GroupSet(
            @Schema(required = true, examples = "Utilities") String group,
            @Schema(required = true, examples = "UTL") String prefix,
            @Schema(required = true) List<RuleFileInfo> files) {}

    /** All of them. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRules",
            summary = "The groups with their rule sets, term tables and cases, and the files that all share.")
    @APIResponse(
            responseCode = "200",
            description = "All files of the rules, with the version of each.",
            content = @Content(schema = @Schema(implementation = Sets.class)))
    public Response list() {
        RuleOverview overview = RuleOverview.of(segmentation.service());
        Sets sets = new Sets(
                overview.version(),
                overview.inUse(),
                overview.groups().stream()
                        .map(set -> new GroupSet(set.group(), set.prefix(), infos(set.files())))
                        .toList(),
                infos(overview.shared()));
        return Tagged.ok(sets, overview.version());
    }

    private static List<RuleFileInfo> infos(List<RuleOverview.Counted> files) {
        return files.stream()
                .map(one -> RuleFileInfo.of(one.file(), one.entries()))
                .toList();
    }

    /** One file. */
    @GET
    @Path("/{id}")
    @Produces({TEXT, WORKBOOK, MediaType.APPLICATION_JSON})
    @Blocking
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
        RuleFile file = desk.present().file(id);
        byte[] content = desk.present().content(file);
        return Tagged.of(Response.ok().type(file.workbook() ? WORKBOOK : TEXT), content, RuleFileSet.hash(content));
    }

    /** A row of a term table. */
    @Schema(name = "TermPlace")
    public record TermPlace(
            @Schema(required = true, examples = "UTL-001") String ruleId,
            @Schema(required = true) String term,
            @Schema(required = true) String fileId,
            @Schema(required = true) String file,
            @Schema(required = true) long row) {}

    /** Terms with some words. */
    @GET
    @Path("/terms")
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "findTerms", summary = "Terms of all groups in use that hold a text, or bear that id.")
    public Page<TermPlace> terms(
            @QueryParam("query")
                    @DefaultValue("")
                    @Parameter(
                            description = "A part of the term, in any case, or the id of its row; all if it is blank.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    String query,
            @BeanParam PageQuery page) {
        Forms.check("query", query, LONGEST);
        return Page.of(
                RuleOverview.terms(segmentation.service(), query).stream()
                        .map(hit -> new TermPlace(
                                hit.place().id(),
                                hit.place().text(),
                                hit.fileId(),
                                hit.place().file(),
                                hit.place().row()))
                        .toList(),
                page);
    }
}
