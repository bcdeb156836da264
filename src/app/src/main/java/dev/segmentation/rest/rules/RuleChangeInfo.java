package dev.segmentation.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.rules.LineDiff;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change set as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RuleChange")
public record RuleChangeInfo(
        @Schema(required = true, examples = "C0123456789ab") String id,
        @Schema(required = true) String title,
        @Schema(required = true) String reason,
        @Schema(required = true) String by,
        @Schema(required = true) Instant created,
        @Schema(required = true) Instant changed,
        @Schema(required = true, description = "Its state, for If-Match.") String etag,
        @Schema(required = true, description = "Whether it touches code; rules admins alone may go on with it then.")
                boolean code,
        String rollbackOf,
        @Schema(required = true, description = "Files changed in the folder since; rebase if there are any.")
                List<String> outdated,
        @Schema(required = true) List<Edit> files,
        Preview preview) {

    /** What it does to a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RuleChangeFile")
    public record Edit(
            @Schema(required = true) String fileId,
            @Schema(required = true) String file,
            @Schema(required = true) String kind,
            @Schema(required = true) boolean removed,
            @Schema(required = true) long size,
            LineDiff diff) {}

    /** How a preview came out, in short. */
    @Schema(name = "RuleChangePreviewSummary")
    public record Preview(
            @Schema(required = true) String etag,
            @Schema(required = true) Instant time,
            @Schema(required = true) String by,
            @Schema(required = true) boolean passed,
            @Schema(required = true) int flips,
            @Schema(required = true) List<String> seenBy) {
        static Preview of(DraftPreview preview) {
            return preview == null
                    ? null
                    : new Preview(
                            preview.tag(),
                            preview.time(),
                            preview.by(),
                            preview.passed(),
                            preview.flips(),
                            preview.seen().stream().sorted().toList());
        }
    }

    /** The answer that tells a change set as it is, with what differs in each file. */
    static Response ok(RuleDraft draft, RuleService rules) {
        RuleChangeInfo info = of(draft, rules, rules.present().files(), true);
        return Response.ok(info).tag(info.etag()).build();
    }

    static Response created(RuleDraft draft, RuleService rules) {
        RuleChangeInfo info = of(draft, rules, rules.present().files(), true);
        return Response.created(UriBuilder.fromPath("/api/rules/changes/{id}").build(info.id()))
                .entity(info)
                .tag(info.etag())
                .build();
    }

    static RuleChangeInfo of(RuleDraft draft, RuleService rules, RuleFileSet now, boolean diffs) {
        return new RuleChangeInfo(
                draft.id(),
                draft.title(),
                draft.reason(),
                draft.by(),
                draft.created(),
                draft.changed(),
                draft.tag(),
                draft.touchesCode(),
                draft.rollbackOf().isEmpty() ? null : draft.rollbackOf(),
                now.differing(draft.base()),
                draft.files().stream()
                        .map(edit -> edit(draft, edit, rules, now, diffs))
                        .toList(),
                Preview.of(rules.previews().of(draft)));
    }

    private static Edit edit(RuleDraft draft, RuleDraft.Edit edit, RuleService rules, RuleFileSet now, boolean diffs) {
        boolean text = !edit.path().endsWith(".xlsx");
        return new Edit(
                now.byPath(edit.path()).map(RuleFile::id).orElse(""),
                edit.path(),
                RuleFileKind.of(edit.path()).label(),
                edit.removes(),
                edit.size(),
                diffs && text ? rules.diff(draft, edit) : null);
    }
}
