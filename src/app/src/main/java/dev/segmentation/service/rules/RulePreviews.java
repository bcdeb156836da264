package dev.segmentation.service.rules;

import dev.segmentation.compare.PreviewReport;
import dev.segmentation.compare.RulePreview;
import dev.segmentation.customer.Progress;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.run.MasterBase;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.Job;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.workspace.MasterMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Previews change sets: checks, cases, and what would change for the masters of the last run. Nothing of it is in use. */
public final class RulePreviews {
    /** So many masters of each kind a preview lists, those with the most keys. */
    public static final int MOST = 10_000;

    private final SegmentationService service;
    private final RuleChanges changes;
    private final RuleDraftStore store;
    private final Path folder;
    private final Clock clock;
    private final FileSteps steps = new FileSteps();

    RulePreviews(SegmentationService service, RuleChanges changes, RuleDraftStore store, Path folder, Clock clock) {
        this.service = service;
        this.changes = changes;
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        drop();
    }

    /** Adds a job that previews a change set; the change set keeps its result, a {@link DraftPreview}. */
    public Job preview(String id, RuleChanges.Editor by) {
        RuleDraft draft = changes.find(id);
        if (draft.touchesCode() && !by.admin()) {
            throw RulesRefusal.forbidden("This change set touches code; rules admins alone may preview it.");
        }
        if (draft.files().isEmpty()) {
            throw RulesRefusal.conflict("The change set changes nothing yet.");
        }
        return service.jobs().submit("preview", by.name(), progress -> tried(draft, by, progress));
    }

    private DraftPreview tried(RuleDraft draft, RuleChanges.Editor by, Progress progress) {
        try {
            try (Progress.Step step = progress.start("Checking", -1)) {
                copy(draft);
            }
            DraftPreview preview = preview(draft, by, progress);
            // what was looked at is what the change set makes, whoever published or edited by hand while it was laid
            // out
            checkSame(RuleFileSet.read(folder), draft.state());
            keep(draft.id(), preview);
            return preview;
        } finally {
            drop();
        }
    }

    private DraftPreview preview(RuleDraft draft, RuleChanges.Editor by, Progress progress) {
        RuleCatalog current = service.rules();
        RuleCheck.Checked checked;
        try (Progress.Step step = progress.start("Checking", -1)) {
            checked = new RuleCheck(folder, service.settings().cache()).check(List.of(), current, progress);
        }
        String run = service.placedRun();
        PreviewReport report = compared(current, checked, progress);
        if (!run.equals(service.placedRun())) {
            throw RulesRefusal.conflict("Another run took place meanwhile. Preview the change set again.");
        }
        return new DraftPreview(
                draft.contentHash(),
                run,
                service.settings().cache().version(),
                clock.instant(),
                by.name(),
                checked.result(),
                report == null ? null : report.first(MOST),
                report == null ? 0 : report.flips().size(),
                report == null ? 0 : report.refined().size(),
                report == null ? 0 : report.conflicts().size(),
                Set.of());
    }

    private void keep(String id, DraftPreview preview) {
        synchronized (changes) {
            if (!changes.find(id).contentHash().equals(preview.content())) {
                throw RulesRefusal.changed("The change set was edited while it was previewed. Preview it again.");
            }
            store.put(id, preview);
        }
    }

    /** The preview of a change set as it is, {@code null} if there is none. */
    public DraftPreview of(RuleDraft draft) {
        return store.preview(draft);
    }

    /** The preview of a change set, which that person has looked at from now on. */
    public DraftPreview look(String id, String name) {
        synchronized (changes) {
            DraftPreview preview = store.preview(changes.find(id));
            if (preview == null) {
                throw RulesRefusal.unknown(
                        "The change set as it is was not previewed yet. POST to this address does it.");
            }
            if (preview.seen().contains(name)) {
                return preview;
            }
            DraftPreview seen = preview.seenBy(name);
            store.put(id, seen);
            return seen;
        }
    }

    /** What would change; {@code null} if the rules do not load or there was no run. */
    private PreviewReport compared(RuleCatalog current, RuleCheck.Checked checked, Progress progress) {
        if (checked.catalog().isEmpty() || !MasterMap.exists(service.settings())) {
            return null;
        }
        List<String> notes = new ArrayList<>();
        MasterBase base = service.masters(notes::add);
        return new RulePreview(base, service.settings().threads(), progress)
                .compare(current, checked.catalog().get(), notes);
    }

    /** The rules folder as it would be. Contents that stay are links where the file system has them. */
    private void copy(RuleDraft draft) {
        drop();
        Path rules = service.settings().rules();
        RuleFileSet now = RuleFileSet.read(rules);
        checkSame(now, draft.base());
        try {
            for (RuleFile file : now.all()) {
                if (file.present() && draft.edit(file.path()).isEmpty()) {
                    steps.keep(rules.resolve(file.path()).toRealPath(), place(file.path()));
                }
            }
            for (NewContent content : store.contents(draft)) {
                if (content.bytes().isPresent()) {
                    Files.write(place(content.path()), content.bytes().get());
                }
            }
        } catch (IOException e) {
            throw new OutputException("The rules cannot be laid out for a preview (" + e + "). Try again.", e);
        }
    }

    private Path place(String path) throws IOException {
        Path place = folder.resolve(path);
        steps.makeFolder(place.getParent());
        return place;
    }

    /** Refuses a change set if the folder does not hold what it should. */
    static void checkSame(RuleFileSet now, Map<String, String> expected) {
        List<String> others = now.differing(expected);
        if (!others.isEmpty()) {
            throw outdated(others);
        }
    }

    static RulesRefusal outdated(List<String> files) {
        return RulesRefusal.conflict("The rules folder was changed since the change set began: "
                + String.join(", ", files.subList(0, Math.min(20, files.size())))
                + (files.size() > 20 ? " and more" : "")
                + ". POST …/rebase starts from the folder as it is; preview it again then.");
    }

    private void drop() {
        try {
            steps.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
