package dev.segmentation.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.rules.LineDiff;
import dev.segmentation.service.rules.RuleChanges;
import dev.segmentation.service.rules.RuleDraft;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change set as the API tells it.
 *
 * @param id of the change set
 * @param title what it is about
 * @param reason why it is wanted
 * @param by who began it
 * @param created when it was begun
 * @param changed when it was edited last
 * @param etag its state, for If-Match
 * @param code whether it touches code, so that rules admins alone may go on with it
 * @param rollbackOf the version that it goes back to, absent for none
 * @param outdated files of the folder that were changed since it began; it must be rebased if there are any
 * @param files what it changes
 * @param preview its preview, absent if it was not previewed as it is
 */
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

    /**
     * What it does to a file.
     *
     * @param fileId how requests name the file
     * @param file its path from the rules folder on
     * @param kind what it is for
     * @param removed whether it is taken away
     * @param size of the new content in bytes
     * @param diff line by line, absent in lists and for workbooks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RuleChangeFile")
    public record Edit(
            @Schema(required = true) String fileId,
            @Schema(required = true) String file,
            @Schema(required = true) String kind,
            @Schema(required = true) boolean removed,
            @Schema(required = true) long size,
            LineDiff diff) {}

    /**
     * How a preview came out, in short.
     *
     * @param etag names it; publishing asks for it
     * @param time when it was made
     * @param by who asked for it
     * @param passed whether checks and cases passed
     * @param flips how many masters would get another group
     * @param seenBy who has looked at it
     */
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

    /** With or without what differs in each file. */
    static RuleChangeInfo of(RuleDraft draft, RuleChanges changes, RuleFileSet now, boolean diffs) {
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
                        .map(edit -> edit(draft, edit, changes, now, diffs))
                        .toList(),
                Preview.of(changes.preview(draft)));
    }

    private static Edit edit(
            RuleDraft draft, RuleDraft.Edit edit, RuleChanges changes, RuleFileSet now, boolean diffs) {
        boolean text = !edit.path().endsWith(".xlsx");
        return new Edit(
                now.byPath(edit.path()).map(RuleFile::id).orElse(""),
                edit.path(),
                RuleFileKind.of(edit.path()).label(),
                edit.hash().equals(RuleFile.ABSENT),
                edit.size(),
                diffs && text ? changes.diff(draft, edit) : null);
    }
}
