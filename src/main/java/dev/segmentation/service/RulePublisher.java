package dev.segmentation.service;

import static dev.segmentation.service.RulesRefusal.Kind.CHANGED;
import static dev.segmentation.service.RulesRefusal.Kind.CONFLICT;
import static dev.segmentation.service.RulesRefusal.Kind.UNKNOWN;

import dev.segmentation.csv.FileSteps;
import dev.segmentation.csv.OutputException;
import dev.segmentation.governance.Author;
import dev.segmentation.rules.RuleFile;
import dev.segmentation.rules.RuleFileSet;
import dev.segmentation.rules.RulePlacement;
import dev.segmentation.rules.RulesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts change sets into use, and keeps every version of the rules. All files of a change set get into place or none, whenever
 * a kill comes; the journal tells which.
 */
public final class RulePublisher {
    private final SegmentationService service;
    private final RuleChanges changes;
    private final Path rules;
    private final RuleJournal journal;
    private final Clock clock;
    private final FileSteps steps;

    RulePublisher(SegmentationService service, RuleChanges changes, Path state, Clock clock, FileSteps steps) {
        this.steps = steps;
        this.service = service;
        this.changes = changes;
        this.rules = service.settings().rules();
        this.journal = new RuleJournal(state, steps);
        this.clock = clock;
        recover();
    }

    /**
     * A publication.
     *
     * @param version what is in place
     * @param loaded whether it is in use
     * @param trouble why it is not, blank otherwise
     */
    public record Published(RuleVersion version, boolean loaded, String trouble) {}

    /** Tells in the journal how a publication ended that was cut off. */
    private void recover() {
        if (journal.open().isPresent()) {
            RulePlacement.locked(rules, steps, placement -> {
                settle(placement.files());
                return null;
            });
        }
    }

    private void settle(RuleFileSet now) throws IOException {
        Optional<RuleVersion> open = journal.open();
        if (open.isPresent()) {
            RuleVersion version = open.get();
            boolean placed = version.files().stream().allMatch(path -> now.byPath(path)
                    .map(RuleFile::hash)
                    .orElse(RuleFile.ABSENT)
                    .equals(version.state().getOrDefault(path, RuleFile.ABSENT)));
            journal.end(version.id(), placed, clock.instant());
            if (placed && changes.all().stream().anyMatch(draft -> draft.id().equals(version.change()))) {
                changes.published(version.change());
            }
        }
    }

    /** The versions, the newest first. */
    public List<RuleVersion> versions() {
        List<RuleVersion> versions = new ArrayList<>(journal.versions());
        java.util.Collections.reverse(versions);
        return versions;
    }

    /**
     * Publishes a change set.
     *
     * @param tag names the preview that the person has seen
     * @throws RulesRefusal if the preview is not of the change set, the rules and the run as they are, or was not seen
     */
    public synchronized Published publish(String id, String tag, Author by) {
        RuleDraft draft = changes.find(id);
        DraftPreview preview = changes.preview(draft);
        check(preview, tag, by.name());
        RuleVersion version = service.changeRules(() -> RulePlacement.locked(rules, steps, placement -> {
            RuleFileSet now = placement.files();
            List<String> others = now.differing(draft.base());
            if (!others.isEmpty()) {
                throw RuleTrials.outdated(others);
            }
            settle(now);
            keepFormer(placement, now);
            return place(draft, by, placement);
        }));
        changes.published(id);
        try {
            service.reload();
            return new Published(version, true, "");
        } catch (RulesException e) {
            return new Published(version, false, e.getMessage());
        }
    }

    private void check(DraftPreview preview, String tag, String name) {
        if (preview == null) {
            throw new RulesRefusal(CONFLICT, "The change set as it is was not previewed yet.");
        }
        if (!preview.tag().equals(tag)) {
            throw new RulesRefusal(CHANGED, "This is not the last preview of the change set. Read it again.");
        }
        if (!preview.seen().contains(name)) {
            throw new RulesRefusal(CONFLICT, "You have not seen this preview. GET it first.");
        }
        if (!preview.passed()) {
            throw new RulesRefusal(CONFLICT, "Checks or cases fail; the preview tells which. Mend the change set.");
        }
        if (!preview.runId().equals(service.placedRun())) {
            throw new RulesRefusal(CONFLICT, "Another run took place since the preview. Preview the change set again.");
        }
    }

    /** What stands in the folder, if the journal does not know it as the last version. */
    private void keepFormer(RulePlacement placement, RuleFileSet now) throws IOException {
        List<RuleVersion> known = journal.versions();
        Map<String, String> last =
                known.isEmpty() ? Map.of() : known.get(known.size() - 1).state();
        for (RuleFile file : now.all()) {
            if (file.present() && !journal.keeps(file.hash())) {
                journal.keep(file.hash(), placement.content(file));
            }
        }
        if (!now.hashes().equals(new TreeMap<>(last))) {
            String title = known.isEmpty() ? "As found" : "Changed outside";
            journal.found(new RuleVersion(
                    journal.nextId(),
                    now(),
                    "",
                    "",
                    title,
                    "",
                    "",
                    known.isEmpty() ? List.of() : now.differing(last),
                    now.hash(),
                    now.hashes()));
        }
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private RuleVersion place(RuleDraft draft, Author by, RulePlacement placement) throws IOException {
        Map<String, byte[]> contents = changes.contents(draft);
        Map<String, String> state = new TreeMap<>(draft.base());
        for (RuleDraft.Edit edit : draft.files()) {
            state.remove(edit.path());
            if (!edit.hash().equals(RuleFile.ABSENT)) {
                state.put(edit.path(), edit.hash());
                journal.keep(edit.hash(), contents.get(edit.path()));
            }
        }
        RuleVersion version = new RuleVersion(
                journal.nextId(),
                now(),
                by.name(),
                by.from(),
                draft.title(),
                draft.reason(),
                draft.id(),
                draft.files().stream().map(RuleDraft.Edit::path).toList(),
                RuleFileSet.hash(state),
                state);
        journal.begin(version);
        try {
            placement.place(version.id(), contents);
        } catch (OutputException e) {
            journal.end(version.id(), false, clock.instant());
            throw e;
        }
        journal.end(version.id(), true, clock.instant());
        return version;
    }

    /**
     * Begins a change set that brings the folder back to a version. It is previewed and published like any other, so that
     * nobody takes back what he has not seen.
     */
    public RuleDraft rollback(String versionId, RuleChanges.Editor by) {
        RuleVersion version = versions().stream()
                .filter(one -> one.id().equals(versionId))
                .findFirst()
                .orElseThrow(
                        () -> new RulesRefusal(UNKNOWN, "No version has this id. GET /api/rules/versions lists them."));
        RuleFileSet now = RuleFileSet.read(rules);
        List<RuleDraft.Edit> edits = new ArrayList<>();
        Map<String, byte[]> contents = new HashMap<>();
        for (String path : now.differing(version.state())) {
            String hash = version.state().getOrDefault(path, RuleFile.ABSENT);
            String former = now.hashes().getOrDefault(path, RuleFile.ABSENT);
            byte[] content = hash.equals(RuleFile.ABSENT) ? new byte[0] : journal.content(hash);
            edits.add(new RuleDraft.Edit(path, former, hash, content.length));
            if (content.length > 0) {
                contents.put(hash, content);
            }
        }
        if (edits.isEmpty()) {
            throw new RulesRefusal(CONFLICT, "The rules folder is as it was in this version already.");
        }
        String title = "Back to " + version.id();
        return changes.create(title, version.title(), by, now.hashes(), edits, contents, version.id());
    }
}
