package dev.segmentation.service.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.publish.RulePublication;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.Job;
import dev.segmentation.service.Jobs;
import dev.segmentation.service.SegmentationService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Publishes change sets. All files of one are committed or none, whenever a kill comes; the journal says which. */
public final class RulePublisher {
    private final SegmentationService service;
    private final RuleChanges changes;
    private final RuleDraftStore store;
    private final RuleVersions versions;
    private final RuleJournal journal;
    private final FileSteps steps;

    RulePublisher(
            SegmentationService service,
            RuleChanges changes,
            RuleDraftStore store,
            RuleVersions versions,
            RuleJournal journal,
            FileSteps steps) {
        this.service = service;
        this.changes = changes;
        this.store = store;
        this.versions = versions;
        this.journal = journal;
        this.steps = steps;
        recover();
    }

    /** A publication. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Publication")
    public record Publication(
            @Schema(required = true) RuleVersionInfo version,
            @Schema(required = true, description = "Whether the service classifies by it.") boolean inUse,
            @Schema(description = "Why it is not in use, or why no reclassification began.") String trouble,
            @Schema(description = "The reclassification, if one was asked for; POST /api/reclassifications starts one.")
                    Job.View job) {}

    /** Writes in the journal how a publication ended that was cut off, and forgets change sets that are published. */
    private void recover() {
        if (journal.open().isPresent()) {
            locked(publication -> {
                settle(publication);
                return null;
            });
        }
        List<RuleDraft> drafts = changes.all();
        if (!drafts.isEmpty()) {
            Set<String> published =
                    journal.versions().stream().map(RuleVersionInfo::change).collect(Collectors.toSet());
            drafts.stream().map(RuleDraft::id).filter(published::contains).forEach(store::drop);
        }
    }

    private <T> T locked(FolderLock.Work<RulePublication, T> work) {
        return RulePublication.locked(service.settings().rules(), steps, work);
    }

    private void settle(RulePublication publication) throws IOException {
        Optional<RuleVersionInfo> open = journal.open();
        if (open.isPresent()) {
            RuleVersionInfo version = open.get();
            boolean committed = publication.committed(version.mark()) || stands(version, publication.files());
            journal.end(version.id(), committed, versions.now());
            if (committed) {
                store.drop(version.change());
            }
        }
    }

    private static boolean stands(RuleVersionInfo version, RuleFileSet now) {
        return version.files().stream().allMatch(path -> now.byPath(path)
                .map(RuleFile::hash)
                .orElse(RuleFile.ABSENT)
                .equals(version.state().getOrDefault(path, RuleFile.ABSENT)));
    }

    /**
     * Publishes a change set.
     *
     * @param tag names the preview that the person has seen
     * @param reclassify whether to classify all masters by the new rules at once
     * @throws RulesRefusal if the preview is not of the change set, the rules and the run as they are, or was not seen
     */
    public synchronized Publication publish(String id, String tag, Origin by, boolean reclassify) {
        RuleVersionInfo version = changes.unedited(id, () -> {
            seen(id, tag, by.owner());
            return service.changeRules(() -> locked(publication -> published(id, tag, by, publication)));
        });
        try {
            service.reload();
        } catch (RulesException e) {
            return new Publication(version, false, e.getMessage(), null);
        }
        try {
            Job job = reclassify ? service.reclassify(Set.of(), by.owner()) : null;
            return new Publication(version, true, null, job == null ? null : job.view());
        } catch (Jobs.RefusedException e) {
            if (e.stopping()) {
                throw e;
            }
            return new Publication(version, true, "No reclassification was started: " + e.getMessage(), null);
        }
    }

    /** The change set of that id, if its preview is the one that the person has seen, and is still true. */
    private RuleDraft seen(String id, String tag, String name) {
        RuleDraft draft = changes.find(id);
        DraftPreview preview = store.preview(draft);
        if (preview == null) {
            throw RulesRefusal.conflict("The change set as it is was not previewed yet.");
        }
        if (!preview.tag().equals(tag)) {
            throw RulesRefusal.changed("This is not the last preview of the change set. Read it again.");
        }
        if (!preview.seen().contains(name)) {
            throw RulesRefusal.conflict("You have not seen this preview. GET it first.");
        }
        if (!preview.passed()) {
            throw RulesRefusal.conflict("Checks or cases fail; the preview tells which. Mend the change set.");
        }
        if (!preview.runId().equals(service.placedRun())) {
            throw RulesRefusal.conflict("Another run took place since the preview. Preview the change set again.");
        }
        if (!service.settings().cache().version().equals(preview.program())) {
            throw RulesRefusal.conflict("The program was replaced since the preview. Preview the change set again.");
        }
        return draft;
    }

    private RuleVersionInfo published(String id, String tag, Origin by, RulePublication publication)
            throws IOException {
        settle(publication);
        RuleDraft draft = seen(id, tag, by.owner()); // it may have waited long for the lock
        RuleFileSet now = publication.files();
        RulePreviews.checkSame(now, draft.base());
        versions.keepFormer(publication, now);
        RuleVersionInfo version = new RuleVersionInfo(
                journal.nextId(),
                versions.now(),
                by.owner(),
                by.from(),
                draft.title(),
                draft.reason(),
                draft.id(),
                draft.files().stream().map(RuleDraft.Edit::path).toList(),
                draft.state());
        List<NewContent> contents = store.contents(draft);
        versions.keep(contents);
        journal.add("begin", version);
        commit(version, contents, publication);
        journal.end(version.id(), true, versions.now());
        store.drop(id);
        prune();
        return version;
    }

    private void commit(RuleVersionInfo version, List<NewContent> contents, RulePublication publication)
            throws IOException {
        try {
            publication.commit(version.mark(), contents);
        } catch (OutputException e) {
            journal.end(version.id(), false, versions.now());
            throw e instanceof RulePublication.EditedException edited
                    ? RulePreviews.outdated(List.of(edited.path()))
                    : e;
        }
    }

    /** Old files that cannot be taken away are no reason to call a publication failed. */
    private void prune() {
        try {
            versions.prune();
        } catch (IOException e) {
            System.getLogger(RulePublisher.class.getName())
                    .log(System.Logger.Level.WARNING, "Former versions of rules cannot be cleared away: " + e);
        }
    }
}
