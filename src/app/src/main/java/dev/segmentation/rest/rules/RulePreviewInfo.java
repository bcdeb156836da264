package dev.segmentation.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.compare.PreviewReport;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.service.DraftPreview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change set would do, as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RuleChangePreview")
public record RulePreviewInfo(
        @Schema(required = true) String etag,
        @Schema(required = true) Instant time,
        @Schema(required = true) String by,
        String runId,
        @Schema(required = true, description = "Whether no run took place since; another preview is needed otherwise.")
                boolean current,
        @Schema(required = true) boolean passed,
        @Schema(required = true) Findings check,
        @Schema(
                        required = true,
                        description = "How many were classified; 0 if the rules do not load or there was no run.")
                int masters,
        @Schema(required = true) List<Group> groups,
        @Schema(required = true) List<Move> moves,
        @Schema(required = true) int flips,
        @Schema(required = true) int refined,
        @Schema(required = true) int conflicts,
        @Schema(required = true, description = "Those asked for by the parameter of.") Page<PreviewReport.Flip> changes,
        @Schema(required = true) List<Silent> silent,
        @Schema(required = true) List<String> notes) {
    private static final int MOST = 1_000;
    private static final PreviewReport.Outcome NOTHING = new PreviewReport.Outcome(0, 0, 0, Map.of());
    private static final PreviewReport NONE = new PreviewReport(
            "", "", 0, NOTHING, NOTHING, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** What a check of rules found, in counts, and the first of the findings. */
    @Schema(name = "RuleCheck")
    public record Findings(
            @Schema(required = true) boolean passed,
            @Schema(required = true) int errors,
            @Schema(required = true) int warnings,
            @Schema(required = true) int rules,
            @Schema(required = true) int terms,
            @Schema(required = true) int cases,
            @Schema(required = true) String summary,
            @Schema(required = true, description = "The first 1,000 of them, errors before warnings.")
                    List<Finding> findings) {
        static Findings of(RuleCheck.Result result) {
            List<Finding> errors = result.errors();
            List<Finding> warnings = result.warnings();
            return new Findings(
                    result.passed(),
                    errors.size(),
                    warnings.size(),
                    result.rules(),
                    result.terms(),
                    result.cases(),
                    result.summary(),
                    Stream.concat(errors.stream(), warnings.stream())
                            .limit(MOST)
                            .toList());
        }
    }

    /** Masters of a group. */
    @Schema(name = "RulePreviewGroup")
    public record Group(
            @Schema(required = true) String group,
            @Schema(required = true) int before,
            @Schema(required = true) int after) {}

    /** Masters and customer keys that would go from one group to another. */
    @Schema(name = "RulePreviewMove")
    public record Move(
            @Schema(required = true) String from,
            @Schema(required = true) String to,
            @Schema(required = true) int masters,
            @Schema(required = true) int keys) {}

    /** A rule or term that would speak for no master. */
    @Schema(name = "SilentRule")
    public record Silent(
            @Schema(required = true) String ruleId,
            @Schema(required = true) String text,
            @Schema(required = true) String file,
            @Schema(required = true) long row,
            @Schema(required = true) boolean fresh,
            @Schema(required = true) int spokeFor) {}

    static RulePreviewInfo of(DraftPreview preview, boolean current, String kind, PageQuery page) {
        PreviewReport report = preview.report() == null ? NONE : preview.report();
        return new RulePreviewInfo(
                preview.tag(),
                preview.time(),
                preview.by(),
                preview.runId().isEmpty() ? null : preview.runId(),
                current,
                preview.passed(),
                Findings.of(preview.check()),
                report.masters(),
                groups(report),
                report.moves().stream()
                        .map(move -> new Move(move.from().label(), move.to().label(), move.masters(), move.keys()))
                        .toList(),
                preview.flips(),
                preview.refined(),
                preview.conflicts(),
                Page.of(asked(report, kind), page),
                silent(report),
                report.notes().stream().limit(MOST).toList());
    }

    private static List<PreviewReport.Flip> asked(PreviewReport report, String kind) {
        return switch (kind) {
            case "refined" -> report.refined();
            case "conflicts" -> report.conflicts();
            default -> report.flips();
        };
    }

    private static List<Group> groups(PreviewReport report) {
        return report.after().groups().entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().label(),
                        report.before().groups().getOrDefault(entry.getKey(), 0),
                        entry.getValue()))
                .toList();
    }

    private static List<Silent> silent(PreviewReport report) {
        return report.silent().stream()
                .limit(MOST)
                .map(one -> new Silent(
                        one.rule().id(),
                        one.rule().text(),
                        one.rule().file(),
                        one.rule().row(),
                        one.fresh(),
                        one.spokeFor()))
                .toList();
    }
}
