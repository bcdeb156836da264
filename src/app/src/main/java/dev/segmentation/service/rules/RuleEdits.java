package dev.segmentation.service.rules;

import static dev.segmentation.service.rules.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.rules.RulesRefusal.Kind.FORBIDDEN;
import static dev.segmentation.service.rules.RulesRefusal.Kind.TOO_MUCH;
import static dev.segmentation.service.rules.RulesRefusal.Kind.UNKNOWN;

import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Edits of change sets: who may edit what, and how much of it there may be. Each edit names the state of the change set that
 * the editor saw, and each file remembers which content of the folder its new one was made from.
 */
public final class RuleEdits {
    /** How many change sets there may be at once. */
    public static final int MOST_DRAFTS = 50;
    /** How many files one may change. */
    public static final int MOST_FILES = 100;
    /** How large a new content may be, in bytes. */
    public static final int LARGEST_FILE = 8 << 20;
    /** How large all new contents of a change set may be, in bytes. */
    public static final int LARGEST_DRAFT = 32 << 20;

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
        return changes.change(id, tag, by, (draft, fresh) -> replaced(draft, file, file.hash(), content, by, fresh));
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
        return changes.change(id, tag, by, (draft, fresh) -> {
            RuleDraft.Edit former = draft.edit(file.path()).orElse(null);
            return former == null
                    ? replaced(draft, file, hash, edit.apply(there), by, fresh)
                    : replaced(draft, file, former.former(), edit.apply(changes.content(draft, former)), by, fresh);
        });
    }

    private RuleDraft replaced(
            RuleDraft draft,
            RuleFile file,
            String former,
            byte[] content,
            RuleChanges.Editor by,
            Map<String, byte[]> fresh) {
        checkFile(file, by);
        if (content.length == 0) {
            throw new IllegalArgumentException("The new content is empty. A table has at least its header.");
        }
        if (content.length > LARGEST_FILE) {
            throw new RulesRefusal(TOO_MUCH, "A content may have " + LARGEST_FILE + " bytes at most.");
        }
        String hash = RuleFileSet.hash(content);
        RuleDraft edited = draft.with(new RuleDraft.Edit(file.path(), former, hash, content.length), clock.instant());
        long size = edited.files().stream().mapToLong(RuleDraft.Edit::size).sum();
        if (edited.files().size() > MOST_FILES || size > LARGEST_DRAFT) {
            throw new RulesRefusal(
                    TOO_MUCH,
                    "A change set may change " + MOST_FILES + " files and hold " + LARGEST_DRAFT + " bytes at most.");
        }
        fresh.put(hash, content);
        return edited;
    }

    private static void checkFile(RuleFile file, RuleChanges.Editor by) {
        if (file.kind().code() && !by.admin()) {
            throw new RulesRefusal(
                    FORBIDDEN, "Rules in DRL and Drools tables are code; rules admins alone may change them.");
        }
        if (file.workbook()) {
            throw new RulesRefusal(CONFLICT, "This table is a workbook; it is edited in the rules folder.");
        }
        checkName(file.path());
        PresentRules.checkSize(file);
    }

    static void checkName(String path) {
        if (!NewContent.fits(path)) {
            throw new RulesRefusal(
                    CONFLICT,
                    path + " cannot be published under this name, which other systems cannot have. Rename it in the"
                            + " rules folder.");
        }
    }

    /** Takes an edit out of a change set. */
    public RuleDraft reset(String id, String tag, String fileId, RuleChanges.Editor by) {
        String path = present.file(fileId).path();
        return changes.change(id, tag, by, (draft, fresh) -> {
            RuleDraft.Edit edit = draft.edit(path)
                    .orElseThrow(() -> new RulesRefusal(UNKNOWN, "The change set does not change this file."));
            return draft.with(new RuleDraft.Edit(path, edit.former(), edit.former(), 0), clock.instant());
        });
    }

    /**
     * Lets a change set start from the folder as it stands now. Files that the change set changes too, and that somebody else
     * changed meanwhile, must be put anew first.
     */
    public RuleDraft rebase(String id, String tag, RuleChanges.Editor by) {
        Map<String, String> now = present.files().hashes();
        return changes.change(id, tag, by, (draft, fresh) -> {
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
            return draft.on(now, clock.instant());
        });
    }
}
