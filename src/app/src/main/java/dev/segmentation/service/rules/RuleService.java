package dev.segmentation.service.rules;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.evaluate.mining.TermRows;
import dev.segmentation.files.FileSteps;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.table.edit.EditableTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that people do to rules through the service: change sets, their previews, publication and versions. */
public final class RuleService {
    private final SegmentationService service;
    private final PresentRules present;
    private final RuleChanges changes;
    private final RuleDraftStore store;
    private final RulePreviews previews;
    private final RuleVersions versions;
    private final RulePublisher publisher;

    /**
     * Takes up what was left when the last process ended.
     *
     * @param state folder for change sets, journal and former versions; it lies outside the rules folder
     * @param keepVersions of so many versions the files are kept
     */
    public RuleService(SegmentationService service, Path state, int keepVersions, Clock clock) {
        this(service, state, keepVersions, clock, new FileSteps());
    }

    public RuleService(SegmentationService service, Path state, int keepVersions, Clock clock, FileSteps steps) {
        this.service = service;
        this.present = new PresentRules(service.settings().rules());
        this.store = new RuleDraftStore(state.resolve("drafts"), steps);
        this.changes = new RuleChanges(present, store, clock);
        this.previews = new RulePreviews(service, changes, store, state.resolve("trial"), clock);
        RuleJournal journal = new RuleJournal(state, steps);
        this.versions =
                new RuleVersions(present, changes, journal, state.resolve("contents"), steps, keepVersions, clock);
        this.publisher = new RulePublisher(service, changes, store, versions, journal, steps);
    }

    public PresentRules present() {
        return present;
    }

    public RuleChanges changes() {
        return changes;
    }

    public RulePreviews previews() {
        return previews;
    }

    public RuleVersions versions() {
        return versions;
    }

    public RulePublisher publisher() {
        return publisher;
    }

    /** What an edit does to its file, line by line. */
    public LineDiff diff(RuleDraft draft, RuleDraft.Edit edit) {
        return LineDiff.between(present.contentOrNone(edit.path()), store.content(draft, edit));
    }

    /**
     * Adds a row to the term table of a group in a change set.
     *
     * @param tag the state of the change set that the editor saw
     * @param cells of the row by column; without an id it gets the next free one
     */
    public RuleDraft addTerm(
            String id, String tag, IndustrialGroup group, Map<String, String> cells, RuleChanges.Editor by) {
        String folder = service.rules().groups().inOrder().stream()
                .filter(entry -> entry.group() == group)
                .map(GroupTable.Entry::folder)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> RulesRefusal.unknown(group.label() + " has no table of terms."));
        RuleFile table = present.files()
                .byPath("groups/" + folder + "/terms.csv")
                .filter(file -> file.kind() == RuleFileKind.TERMS)
                .orElseThrow(
                        () -> RulesRefusal.unknown(group.label() + " has no table of terms that can be edited here."));
        return changes.edit(id, tag, by, table, former -> appended(former, group, cells));
    }

    private byte[] appended(byte[] former, IndustrialGroup group, Map<String, String> cells) {
        try {
            Path file = Files.createTempFile("terms", ".csv");
            try {
                Files.write(file, former);
                EditableTable table = EditableTable.read(file, StandardCharsets.UTF_8, TermRows.COLUMNS);
                Map<String, String> row = new LinkedHashMap<>(cells);
                if (row.getOrDefault("Id", "").isBlank()) {
                    row.put("Id", nextId(table, group));
                }
                table.append(row);
                return table.bytes();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nextId(EditableTable table, IndustrialGroup group) {
        TermRows ids = new TermRows(service.settings().rules(), service.rules());
        table.rows().forEach(row -> ids.take(row.get("Id")));
        return ids.nextId(group);
    }
}
