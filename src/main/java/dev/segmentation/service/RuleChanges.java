package dev.segmentation.service;

import static dev.segmentation.service.RulesRefusal.Kind.CHANGED;
import static dev.segmentation.service.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.RulesRefusal.Kind.FORBIDDEN;
import static dev.segmentation.service.RulesRefusal.Kind.TOO_MUCH;
import static dev.segmentation.service.RulesRefusal.Kind.UNKNOWN;

import dev.segmentation.csv.OutputException;
import dev.segmentation.rules.RuleFile;
import dev.segmentation.rules.RuleFileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Change sets of rules: people gather edits in them, and nothing of it is in use before it is published. Their number and size
 * are bounded, and they outlive the process. Whoever began one may edit it, and any rules admin.
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

    private final Path rules;
    private final Clock clock;
    private final RuleDraftStore store;
    private final SecureRandom random = new SecureRandom();

    RuleChanges(Path rules, RuleDraftStore store, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param name of the person
     * @param admin whether the person is a rules admin
     */
    public record Editor(String name, boolean admin) {}

    /** All of them, the newest first. */
    public List<RuleDraft> all() {
        return store.all();
    }

    /** The one of that id. */
    public RuleDraft find(String id) {
        return store.find(id)
                .orElseThrow(() ->
                        new RulesRefusal(UNKNOWN, "No change set has this id. It may have been published or dropped."));
    }

    /** The preview of a change set as it is, {@code null} if there is none. */
    public DraftPreview preview(RuleDraft draft) {
        return store.preview(draft).orElse(null);
    }

    /** The file of the rules folder that requests name so. */
    public RuleFile file(String fileId) {
        return RuleFileSet.read(rules)
                .byId(fileId)
                .orElseThrow(() ->
                        new RulesRefusal(UNKNOWN, "No file of the rules has this id. GET /api/rules lists them."));
    }

    /** What stands in a file of the rules folder. */
    public byte[] content(RuleFile file) {
        if (!file.present()) {
            throw new RulesRefusal(UNKNOWN, "There is a place for this file, and none stands there.");
        }
        try {
            return Files.readAllBytes(rules.resolve(file.path()));
        } catch (IOException e) {
            throw new RulesRefusal(CONFLICT, "The file was replaced or taken away just now. Try again.");
        }
    }

    /** Begins one that changes nothing yet. */
    public RuleDraft create(String title, String reason, Editor by) {
        return create(title, reason, by, RuleFileSet.read(rules).hashes(), List.of(), Map.of(), "");
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
            throw new RulesRefusal(
                    TOO_MUCH, "There are " + MOST_DRAFTS + " change sets already. Publish or drop some.");
        }
        byte[] id = new byte[6];
        random.nextBytes(id);
        RuleDraft draft = new RuleDraft(
                "C" + HexFormat.of().formatHex(id),
                title,
                reason,
                by.name(),
                clock.instant(),
                clock.instant(),
                1,
                base,
                edits,
                rollbackOf);
        store.put(draft, contents);
        return draft;
    }

    /**
     * Gives a file a new content in a change set.
     *
     * @param tag the state of the change set that the editor saw
     */
    public RuleDraft put(String id, String tag, String fileId, byte[] content, Editor by) {
        RuleFile file = file(fileId);
        checkContent(file, content);
        return edit(id, tag, by, file, former -> content);
    }

    /**
     * Edits a file in a change set.
     *
     * @param edit makes the new content from the one in the change set, or in the folder where that has none
     */
    synchronized RuleDraft edit(String id, String tag, Editor by, RuleFile file, UnaryOperator<byte[]> edit) {
        RuleDraft draft = editable(id, tag, by);
        if (file.kind().code() && !by.admin()) {
            throw new RulesRefusal(
                    FORBIDDEN, "Rules in DRL and Drools tables are code; rules admins alone may change them.");
        }
        byte[] former = draft.edit(file.path())
                .map(one -> store.content(draft, one))
                .orElseGet(() -> file.present() ? content(file) : new byte[0]);
        byte[] content = edit.apply(former);
        checkContent(file, content);
        String hash = RuleFileSet.hash(content);
        RuleDraft fresh =
                draft.with(new RuleDraft.Edit(file.path(), file.hash(), hash, content.length), clock.instant());
        checkSize(fresh);
        store.put(fresh, Map.of(hash, content));
        return fresh;
    }

    private static void checkContent(RuleFile file, byte[] content) {
        if (file.workbook()) {
            throw new RulesRefusal(CONFLICT, "This table is a workbook; it is edited in the rules folder.");
        }
        if (content.length == 0) {
            throw new IllegalArgumentException("The new content is empty. A table has at least its header.");
        }
        if (content.length > LARGEST_FILE) {
            throw new RulesRefusal(TOO_MUCH, "A content may have " + LARGEST_FILE + " bytes at most.");
        }
    }

    private static void checkSize(RuleDraft draft) {
        long size = draft.files().stream().mapToLong(RuleDraft.Edit::size).sum();
        if (draft.files().size() > MOST_FILES || size > LARGEST_DRAFT) {
            throw new RulesRefusal(
                    TOO_MUCH,
                    "A change set may change " + MOST_FILES + " files and hold " + LARGEST_DRAFT + " bytes at most.");
        }
    }

    /** Takes an edit out of a change set. */
    public synchronized RuleDraft reset(String id, String tag, String fileId, Editor by) {
        RuleDraft draft = editable(id, tag, by);
        String path = file(fileId).path();
        RuleDraft.Edit edit = draft.edit(path)
                .orElseThrow(() -> new RulesRefusal(UNKNOWN, "The change set does not change this file."));
        RuleDraft fresh = draft.with(new RuleDraft.Edit(path, edit.former(), edit.former(), 0), clock.instant());
        store.put(fresh, Map.of());
        return fresh;
    }

    /** Drops one. */
    public synchronized void drop(String id, String tag, Editor by) {
        editable(id, tag, by);
        store.drop(id);
    }

    /**
     * Lets a change set start from the folder as it stands now. Files that the change set changes too, and that somebody else
     * changed meanwhile, must be put anew first.
     */
    public synchronized RuleDraft rebase(String id, String tag, Editor by) {
        RuleDraft draft = editable(id, tag, by);
        Map<String, String> now = RuleFileSet.read(rules).hashes();
        List<String> torn = draft.files().stream()
                .filter(edit -> !edit.former().equals(now.getOrDefault(edit.path(), RuleFile.ABSENT)))
                .map(RuleDraft.Edit::path)
                .toList();
        if (!torn.isEmpty()) {
            throw new RulesRefusal(
                    CONFLICT,
                    "Somebody else changed " + String.join(", ", torn) + " meanwhile. Put the whole new content of each"
                            + " into the change set again.");
        }
        RuleDraft fresh = draft.on(now, clock.instant());
        store.put(fresh, Map.of());
        return fresh;
    }

    private RuleDraft editable(String id, String tag, Editor by) {
        RuleDraft draft = find(id);
        if (!by.admin() && (draft.touchesCode() || !draft.by().equals(by.name()))) {
            throw new RulesRefusal(
                    FORBIDDEN,
                    draft.touchesCode()
                            ? "This change set touches code; rules admins alone may go on with it."
                            : "Who began a change set may edit it, and rules admins.");
        }
        if (!tag.equals(draft.tag())) {
            throw new RulesRefusal(CHANGED, "The change set was edited meanwhile. Read it again.");
        }
        return draft;
    }

    /** The contents that a change set brings, by path; an empty one takes the file away. */
    Map<String, byte[]> contents(RuleDraft draft) {
        Map<String, byte[]> contents = new HashMap<>();
        draft.files().forEach(edit -> contents.put(edit.path(), store.content(draft, edit)));
        return contents;
    }

    /** What an edit does to its file, line by line. */
    public LineDiff diff(RuleDraft draft, RuleDraft.Edit edit) {
        byte[] fresh = store.content(draft, edit);
        Path file = rules.resolve(edit.path());
        try {
            byte[] former = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            return LineDiff.between(former, fresh);
        } catch (IOException e) {
            throw new OutputException(file + " cannot be read (" + e + "). Try again.", e);
        }
    }

    /** Keeps a preview if the change set is still as it shows it. */
    synchronized void keep(String id, DraftPreview preview) {
        RuleDraft draft = find(id);
        if (!draft.contentHash().equals(preview.content())) {
            throw new RulesRefusal(CHANGED, "The change set was edited while it was previewed. Preview it again.");
        }
        store.put(id, preview);
    }

    /** The preview of a change set, which that person has looked at from now on. */
    public synchronized DraftPreview look(String id, String name) {
        RuleDraft draft = find(id);
        DraftPreview preview = store.preview(draft)
                .orElseThrow(() -> new RulesRefusal(
                        UNKNOWN, "The change set as it is was not previewed yet. POST to this address does it."));
        if (preview.seen().contains(name)) {
            return preview;
        }
        DraftPreview seen = preview.seenBy(name);
        store.put(id, seen);
        return seen;
    }

    /** Forgets one that is published. */
    synchronized void published(String id) {
        store.drop(id);
    }
}
