package dev.segmentation.service.rules;

import static dev.segmentation.service.rules.RulesRefusal.Kind.CHANGED;
import static dev.segmentation.service.rules.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.rules.RulesRefusal.Kind.FORBIDDEN;
import static dev.segmentation.service.rules.RulesRefusal.Kind.TOO_MUCH;
import static dev.segmentation.service.rules.RulesRefusal.Kind.UNKNOWN;

import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.service.DraftPreview;
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

/**
 * Change sets of rules: people gather edits in them, and nothing of it is in use before it is published. Their number and size
 * are bounded ({@link RuleEdits}), and they outlive the process. Whoever began one may edit it, and any rules admin.
 */
public final class RuleChanges {
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
        if (store.all().size() >= RuleEdits.MOST_DRAFTS) {
            throw new RulesRefusal(
                    TOO_MUCH, "There are " + RuleEdits.MOST_DRAFTS + " change sets already. Publish or drop some.");
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
     * Replaces a change set by what an edit makes of it.
     *
     * @param tag the state of the change set that the editor saw
     * @param edit makes the new state, and adds contents that are new in it by their hash
     */
    synchronized RuleDraft change(
            String id, String tag, Editor by, BiFunction<RuleDraft, Map<String, byte[]>, RuleDraft> edit) {
        Map<String, byte[]> contents = new HashMap<>();
        RuleDraft edited = edit.apply(editable(id, tag, by), contents);
        store.put(edited, contents);
        return edited;
    }

    /** Drops one. */
    public synchronized void drop(String id, String tag, Editor by) {
        editable(id, tag, by);
        store.drop(id);
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
        if (publishing.contains(id)) {
            throw new RulesRefusal(CONFLICT, "The change set is being published just now.");
        }
        if (!tag.equals(draft.tag())) {
            throw new RulesRefusal(CHANGED, "The change set was edited meanwhile. Read it again.");
        }
        return draft;
    }

    /** Publishes while nobody edits a change set; those who would are refused and do not wait. */
    <T> T unedited(String id, Supplier<T> publication) {
        synchronized (this) {
            find(id);
            if (!publishing.add(id)) {
                throw new RulesRefusal(CONFLICT, "The change set is being published just now.");
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

    /** The new content that a change set has for a file. */
    byte[] content(RuleDraft draft, RuleDraft.Edit edit) {
        return store.content(draft, edit);
    }

    /** What a change set brings. */
    List<NewContent> contents(RuleDraft draft) {
        return draft.files().stream()
                .map(edit -> edit.removes()
                        ? NewContent.gone(edit.path(), edit.former())
                        : NewContent.of(edit.path(), edit.former(), store.content(draft, edit)))
                .toList();
    }

    /** What an edit does to its file, line by line. */
    public LineDiff diff(RuleDraft draft, RuleDraft.Edit edit) {
        return LineDiff.between(present.contentOrNone(edit.path()), store.content(draft, edit));
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

    /** Forgets one that is published and that is not edited any more. */
    void published(String id) {
        store.drop(id);
    }
}
