package dev.segmentation.service.rules;

import static dev.segmentation.service.rules.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.rules.RulesRefusal.Kind.FORBIDDEN;
import static dev.segmentation.service.rules.RulesRefusal.Kind.TOO_MUCH;

import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import java.util.List;

/** What may be edited in change sets of rules, by whom, and how much of it there may be. */
public final class EditLimits {
    /** How many change sets there may be at once. */
    public static final int MOST_DRAFTS = 50;
    /** How many files one may change. */
    public static final int MOST_FILES = 100;
    /** How large a new content may be, in bytes. */
    public static final int LARGEST_FILE = 8 << 20;
    /** How large all new contents of a change set may be, in bytes. */
    public static final int LARGEST_DRAFT = 32 << 20;

    private EditLimits() {}

    static void checkNumber(int drafts) {
        if (drafts >= MOST_DRAFTS) {
            throw new RulesRefusal(
                    TOO_MUCH, "There are " + MOST_DRAFTS + " change sets already. Publish or drop some.");
        }
    }

    /** Whether that person may go on with a change set. */
    static void checkEditor(RuleDraft draft, RuleChanges.Editor by) {
        if (!by.admin() && (draft.touchesCode() || !draft.by().equals(by.name()))) {
            throw new RulesRefusal(
                    FORBIDDEN,
                    draft.touchesCode()
                            ? "This change set touches code; rules admins alone may go on with it."
                            : "Who began a change set may edit it, and rules admins.");
        }
    }

    /** Whether that person may edit a file. */
    static void checkFile(RuleFile file, RuleChanges.Editor by) {
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

    static void checkNames(List<RuleDraft.Edit> edits) {
        edits.forEach(edit -> checkName(edit.path()));
    }

    private static void checkName(String path) {
        if (!NewContent.fits(path)) {
            throw new RulesRefusal(
                    CONFLICT,
                    path + " cannot be published under this name, which other systems cannot have. Rename it in the"
                            + " rules folder.");
        }
    }

    static void checkContent(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("The new content is empty. A table has at least its header.");
        }
        if (content.length > LARGEST_FILE) {
            throw new RulesRefusal(TOO_MUCH, "A content may have " + LARGEST_FILE + " bytes at most.");
        }
    }

    static void checkSize(RuleDraft draft) {
        long size = draft.files().stream().mapToLong(RuleDraft.Edit::size).sum();
        if (draft.files().size() > MOST_FILES || size > LARGEST_DRAFT) {
            throw new RulesRefusal(
                    TOO_MUCH,
                    "A change set may change " + MOST_FILES + " files and hold " + LARGEST_DRAFT + " bytes at most.");
        }
    }
}
