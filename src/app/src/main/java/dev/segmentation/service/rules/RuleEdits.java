package dev.segmentation.service.rules;

import static dev.segmentation.service.rules.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.rules.RulesRefusal.Kind.UNKNOWN;

import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Edits of change sets. Each names the state of the change set that the editor saw, and each file remembers which content of the
 * folder its new one was made from.
 */
public final class RuleEdits {
    private final PresentRules present;
    private final RuleChanges changes;
    private final Clock clock;

    RuleEdits(PresentRules present, RuleChanges changes, Clock clock) {
        this.present = present;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Gives a file a new content in a change set. Whoever puts one has seen what stands in the folder now.
     *
     * @param tag the state of the change set that the editor saw
     */
    public RuleDraft put(String id, String tag, String fileId, byte[] content, RuleChanges.Editor by) {
        RuleFile file = present.file(fileId);
        return changes.change(id, tag, by, draft -> replaced(draft, file, file.hash(), content, by));
    }

    /**
     * Edits a file in a change set. If the change set has a content for it already, that one is edited, and what somebody else
     * does to the file in the folder meanwhile is still found by {@link #rebase}.
     *
     * @param edit makes the new content from the former one
     */
    RuleDraft edit(String id, String tag, RuleChanges.Editor by, RuleFile file, UnaryOperator<byte[]> edit) {
        byte[] there = file.present() ? present.content(file) : new byte[0];
        String hash = file.present() ? RuleFileSet.hash(there) : RuleFile.ABSENT;
        return changes.change(id, tag, by, draft -> draft.edit(file.path())
                .map(one -> replaced(draft, file, one.former(), edit.apply(changes.content(draft, one)), by))
                .orElseGet(() -> replaced(draft, file, hash, edit.apply(there), by)));
    }

    private RuleChanges.Edited replaced(
            RuleDraft draft, RuleFile file, String former, byte[] content, RuleChanges.Editor by) {
        EditLimits.checkFile(file, by);
        EditLimits.checkContent(content);
        String hash = RuleFileSet.hash(content);
        RuleDraft fresh = draft.with(new RuleDraft.Edit(file.path(), former, hash, content.length), clock.instant());
        EditLimits.checkSize(fresh);
        return new RuleChanges.Edited(fresh, Map.of(hash, content));
    }

    /** Takes an edit out of a change set. */
    public RuleDraft reset(String id, String tag, String fileId, RuleChanges.Editor by) {
        String path = present.file(fileId).path();
        return changes.change(id, tag, by, draft -> {
            RuleDraft.Edit edit = draft.edit(path)
                    .orElseThrow(() -> new RulesRefusal(UNKNOWN, "The change set does not change this file."));
            RuleDraft.Edit none = new RuleDraft.Edit(path, edit.former(), edit.former(), 0);
            return new RuleChanges.Edited(draft.with(none, clock.instant()), Map.of());
        });
    }

    /**
     * Lets a change set start from the folder as it stands now. Files that the change set changes too, and that somebody else
     * changed meanwhile, must be put anew first.
     */
    public RuleDraft rebase(String id, String tag, RuleChanges.Editor by) {
        Map<String, String> now = present.files().hashes();
        return changes.change(id, tag, by, draft -> {
            List<String> torn = draft.files().stream()
                    .filter(edit -> !edit.former().equals(now.getOrDefault(edit.path(), RuleFile.ABSENT)))
                    .map(RuleDraft.Edit::path)
                    .toList();
            if (!torn.isEmpty()) {
                throw new RulesRefusal(
                        CONFLICT,
                        "Somebody else changed " + String.join(", ", torn) + " meanwhile. Put the whole new content of"
                                + " each into the change set again.");
            }
            return new RuleChanges.Edited(draft.on(now, clock.instant()), Map.of());
        });
    }
}
