package dev.segmentation.service.rules;

import dev.segmentation.files.FileSteps;
import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.publish.RulePublication;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The versions of the rules, and the way back to one. The journal lists all of them for good; the files of the newest ones
 * alone are kept.
 */
public final class RuleVersions {
    private static final String NEW = ".new";

    private final PresentRules present;
    private final RuleChanges changes;
    private final RuleJournal journal;
    private final Path folder;
    private final FileSteps steps;
    private final int kept;
    private final Clock clock;

    /**
     * The versions in a journal.
     *
     * @param folder holds the contents of all versions, each once, under its hash
     * @param kept of so many the files are kept; those of the one in use are in any case
     */
    RuleVersions(
            PresentRules present,
            RuleChanges changes,
            RuleJournal journal,
            Path folder,
            FileSteps steps,
            int kept,
            Clock clock) {
        this.present = present;
        this.changes = changes;
        this.journal = journal;
        this.folder = folder;
        this.steps = steps;
        this.kept = Math.max(1, kept);
        this.clock = clock;
    }

    public List<RuleVersionInfo> all() {
        List<RuleVersionInfo> versions = new ArrayList<>(journal.versions());
        Collections.reverse(versions);
        return versions;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps what stands in the folder, as a version of its own if the journal does not know it as the last one. */
    void keepFormer(RulePublication publication, RuleFileSet now) throws IOException {
        List<RuleVersionInfo> known = journal.versions();
        Map<String, String> last =
                known.isEmpty() ? Map.of() : known.get(known.size() - 1).state();
        for (RuleFile file : now.all()) {
            if (file.present() && !keep(file.hash(), publication.path(file))) {
                throw RulePreviews.outdated(List.of(file.path()));
            }
        }
        if (!now.hashes().equals(new TreeMap<>(last))) {
            String title = known.isEmpty() ? "As found" : "Changed outside";
            List<String> files = known.isEmpty() ? List.of() : now.differing(last);
            RuleVersionInfo found =
                    new RuleVersionInfo(journal.nextId(), now(), "", "", title, "", "", files, now.hashes());
            journal.add("found", found);
        }
    }

    /** Keeps the content of a file of any size; whether the file still holds what its hash says. */
    private boolean keep(String hash, Path file) throws IOException {
        if (Files.exists(folder.resolve(hash))) {
            return true;
        }
        Path beside = folder.resolve(hash + NEW);
        steps.makeFolder(folder);
        steps.copy(file, beside);
        boolean same = RuleFileSet.hash(beside).equals(hash);
        if (same) {
            steps.rename(beside, folder.resolve(hash));
        }
        return same;
    }

    void keep(List<NewContent> brought) throws IOException {
        for (NewContent content : brought) {
            byte[] bytes = content.bytes().orElse(null);
            String hash = bytes == null ? "" : RuleFileSet.hash(bytes);
            if (bytes != null && !Files.exists(folder.resolve(hash))) {
                steps.makeFolder(folder);
                steps.write(folder.resolve(hash + NEW), bytes);
                steps.rename(folder.resolve(hash + NEW), folder.resolve(hash));
            }
        }
    }

    private byte[] content(String hash) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve(hash));
            if (!RuleFileSet.hash(content).equals(hash)) {
                throw new IOException("it is damaged");
            }
            return content;
        } catch (IOException e) {
            throw new TableException("A former content of the rules cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Gives up the files of all but the newest versions. One line of the journal does it, so each is gone at once; what no other
     * version needs is taken away then, and if a kill comes between, by the next publication.
     */
    void prune() throws IOException {
        List<RuleVersionInfo> versions = journal.versions();
        int old = Math.max(0, versions.size() - kept);
        List<String> given = versions.subList(0, old).stream()
                .filter(RuleVersionInfo::kept)
                .map(RuleVersionInfo::id)
                .toList();
        if (!given.isEmpty()) {
            journal.pruned(given, now());
        }
        Set<String> needed = new HashSet<>();
        versions.subList(old, versions.size()).stream()
                .filter(RuleVersionInfo::kept)
                .forEach(version -> needed.addAll(version.state().values()));
        for (Path file : FileSteps.list(folder)) {
            if (!needed.contains(file.getFileName().toString())) {
                steps.delete(file);
            }
        }
    }

    /**
     * Begins a change set that brings the folder back to a version. It is previewed and published like any other, so that
     * nobody takes back what they have not seen.
     */
    public RuleDraft rollback(String versionId, RuleChanges.Editor by) {
        RuleVersionInfo version = kept(versionId);
        RuleFileSet now = present.files();
        List<RuleDraft.Edit> edits = new ArrayList<>();
        Map<String, byte[]> former = new HashMap<>();
        for (String path : now.differing(version.state())) {
            String hash = version.state().getOrDefault(path, RuleFile.ABSENT);
            if (!hash.equals(RuleFile.ABSENT)) {
                former.put(hash, content(hash));
            }
            String there = now.hashes().getOrDefault(path, RuleFile.ABSENT);
            edits.add(new RuleDraft.Edit(path, there, hash, former.getOrDefault(hash, new byte[0]).length));
        }
        if (edits.isEmpty()) {
            throw RulesRefusal.conflict("The rules folder is as it was in this version already.");
        }
        edits.forEach(edit -> RuleChanges.checkName(edit.path()));
        String title = "Back to " + version.id();
        return changes.create(title, version.title(), by, now.hashes(), edits, former, version.id());
    }

    private RuleVersionInfo kept(String versionId) {
        RuleVersionInfo version = journal.versions().stream()
                .filter(one -> one.id().equals(versionId))
                .findFirst()
                .orElseThrow(() -> RulesRefusal.unknown("No version has this id. GET /api/rules/versions lists them."));
        if (!version.kept()) {
            throw RulesRefusal.conflict(
                    "The files of this version are no longer kept; the journal alone tells of it. Roll back to a newer"
                            + " one, or take the files from a backup.");
        }
        return version;
    }
}
