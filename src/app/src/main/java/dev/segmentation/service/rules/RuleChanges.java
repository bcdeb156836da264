package dev.segmentation.service.rules;

import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Change sets of rules: people gather edits in them, and nothing of it is in use before it is published. Their number and size
 * are bounded. Whoever began one may edit it, and any rules admin. Each edit names the state of the change set that the editor
 * saw, and each file remembers which content of the folder its new one was made from.
 */
public final class RuleChanges {
    /** How many change sets there may be at once. */
    public static final int MOST_DRAFTS = 50;
    /** How many files one may change. */
    public static final int MOST_FILES = 100;
    /** How large a new content may be, in bytes. */
    public static final int LARGEST_FILE = 8 << 20;
    /** How large all new contents of a change set may be, in bytes. */
    public static final int LARGEST_DRAFT = 32 << 20;

    private final PresentRules present;
    private final Clock clock;
    private final RuleDraftStore store;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> publishing = new HashSet<>();

    RuleChanges(PresentRules present, RuleDraftStore store, Clock clock) {
        this.present = present;
        this.store = store;
        this.clock = clock;
    }

    /** Who asks. */
    public record Editor(String name, boolean admin) {}

    /** All of them, the newest first. */
    public List<RuleDraft> all() {
        return store.all();
    }

    public RuleDraft find(String id) {
        return store.find(id)
                .orElseThrow(() ->
                        RulesRefusal.unknown("No change set has this id. It may have been published or dropped."));
    }

    /** Begins one that changes nothing yet. */
    public RuleDraft create(String title, String reason, Editor by) {
        return create(title, reason, by, present.files().hashes(), List.of(), Map.of(), "");
    }

    synchronized RuleDraft create(
            String title,
            String reason,
            Editor by,
            Map<String, String> base,
            List<RuleDraft.Edit> edits,
            Map<String, byte[]> contents,
            String rollbackOf) {
        if (store.all().size() >= MOST_DRAFTS) {
            throw RulesRefusal.tooMuch("There are " + MOST_DRAFTS + " change sets already. Publish or drop some.");
        }
        byte[] mark = new byte[6];
        random.nextBytes(mark);
        String id = "C" + HexFormat.of().formatHex(mark);
        RuleDraft draft = new RuleDraft(
                id, title, reason, by.name(), clock.instant(), clock.instant(), 1, base, edits, rollbackOf);
        store.put(draft, contents);
        return draft;
    }

    /** Replaces a change set by what an edit makes of it; the edit adds contents that are new in it by their hash. */
    private synchronized RuleDraft change(
            String id, String tag, Editor by, BiFunction<RuleDraft, Map<String, byte[]>, RuleDraft> edit) {
        Map<String, byte[]> contents = new HashMap<>();
        RuleDraft edited = edit.apply(editable(id, tag, by), contents);
        store.put(edited, contents);
        return edited;
    }

    public synchronized void drop(String id, String tag, Editor by) {
        editable(id, tag, by);
        store.drop(id);
    }

    private RuleDraft editable(String id, String tag, Editor by) {
        RuleDraft draft = find(id);
        if (!by.admin() && (draft.touchesCode() || !draft.by().equals(by.name()))) {
            throw RulesRefusal.forbidden(
                    draft.touchesCode()
                            ? "This change set touches code; rules admins alone may go on with it."
                            : "Who began a change set may edit it, and rules admins.");
        }
        if (publishing.contains(id)) {
            throw RulesRefusal.conflict("The change set is being published just now.");
        }
        if (!tag.equals(draft.tag())) {
            throw RulesRefusal.changed("The change set was edited meanwhile. Read it again.");
        }
        return draft;
    }

    /** Publishes while nobody edits a change set; those who would are refused and do not wait. */
    <T> T unedited(String id, Supplier<T> publication) {
        synchronized (this) {
            find(id);
            if (!publishing.add(id)) {
                throw RulesRefusal.conflict("The change set is being published just now.");
            }
        }
        try {
            return publication.get();
        } finally {
            synchronized (this) {
                publishing.remove(id);
            }
        }
    }

    /**
     * Gives a file a new content in a change set. Whoever puts one has seen what stands in the folder now.
     *
     * @param tag the state of the change set that the editor saw
     */
    public RuleDraft put(String id, String tag, String fileId, byte[] content, Editor by) {
        RuleFile file = present.file(fileId);
        return change(id, tag, by, (draft, fresh) -> replaced(draft, file, file.hash(), content, by, fresh));
    }

    /**
     * Edits a file in a change set. If the change set has a content for it already, that one is edited, and what somebody else
     * does to the file in the folder meanwhile is still found by {@link #rebase}.
     *
     * @param edit makes the new content from the former one
     */
    RuleDraft edit(String id, String tag, Editor by, RuleFile file, UnaryOperator<byte[]> edit) {
        byte[] there = file.present() ? present.content(file) : new byte[0];
        String hash = file.present() ? RuleFileSet.hash(there) : RuleFile.ABSENT;
        return change(id, tag, by, (draft, fresh) -> {
            RuleDraft.Edit former = draft.edit(file.path()).orElse(null);
            return former == null
                    ? replaced(draft, file, hash, edit.apply(there), by, fresh)
                    : replaced(draft, file, former.former(), edit.apply(store.content(draft, former)), by, fresh);
        });
    }

    private RuleDraft replaced(
            RuleDraft draft, RuleFile file, String former, byte[] content, Editor by, Map<String, byte[]> fresh) {
        checkFile(file, by);
        if (content.length == 0) {
            throw new IllegalArgumentException("The new content is empty. A table has at least its header.");
        }
        if (content.length > LARGEST_FILE) {
            throw RulesRefusal.tooMuch("A content may have " + LARGEST_FILE + " bytes at most.");
        }
        String hash = RuleFileSet.hash(content);
        RuleDraft edited = draft.with(new RuleDraft.Edit(file.path(), former, hash, content.length), clock.instant());
        long size = edited.files().stream().mapToLong(RuleDraft.Edit::size).sum();
        if (edited.files().size() > MOST_FILES || size > LARGEST_DRAFT) {
            throw RulesRefusal.tooMuch(
                    "A change set may change " + MOST_FILES + " files and hold " + LARGEST_DRAFT + " bytes at most.");
        }
        fresh.put(hash, content);
        return edited;
    }

    private static void checkFile(RuleFile file, Editor by) {
        if (file.kind().code() && !by.admin()) {
            throw RulesRefusal.forbidden(
                    "Rules in DRL and Drools tables are code; rules admins alone may change them.");
        }
        if (file.workbook()) {
            throw RulesRefusal.conflict("This table is a workbook; it is edited in the rules folder.");
        }
        checkName(file.path());
        PresentRules.checkSize(file);
    }

    static void checkName(String path) {
        if (!NewContent.fits(path)) {
            throw RulesRefusal.conflict(
                    path + " cannot be published under this name, which other systems cannot have. Rename it in the"
                            + " rules folder.");
        }
    }

    /** Takes an edit out of a change set. */
    public RuleDraft reset(String id, String tag, String fileId, Editor by) {
        String path = present.file(fileId).path();
        return change(id, tag, by, (draft, fresh) -> {
            RuleDraft.Edit edit = draft.edit(path)
                    .orElseThrow(() -> RulesRefusal.unknown("The change set does not change this file."));
            return draft.with(new RuleDraft.Edit(path, edit.former(), edit.former(), 0), clock.instant());
        });
    }

    /**
     * Lets a change set start from the folder as it stands now. Files that the change set changes too, and that somebody else
     * changed meanwhile, must be put anew first.
     */
    public RuleDraft rebase(String id, String tag, Editor by) {
        Map<String, String> now = present.files().hashes();
        return change(id, tag, by, (draft, fresh) -> {
            List<String> torn = draft.files().stream()
                    .filter(edit -> !edit.former().equals(now.getOrDefault(edit.path(), RuleFile.ABSENT)))
                    .map(RuleDraft.Edit::path)
                    .toList();
            if (!torn.isEmpty()) {
                throw RulesRefusal.conflict("Somebody else changed " + String.join(", ", torn)
                        + " meanwhile. Put the whole new content of" + " each into the change set again.");
            }
            return draft.on(now, clock.instant());
        });
    }
}
