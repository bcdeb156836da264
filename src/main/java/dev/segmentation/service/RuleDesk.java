package dev.segmentation.service;

import dev.segmentation.csv.EditableTable;
import dev.segmentation.csv.FileSteps;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.insight.TermRows;
import dev.segmentation.rules.GroupTable;
import dev.segmentation.rules.RuleFile;
import dev.segmentation.rules.RuleFileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that people do to rules through the service: change sets, their previews, publication and versions. */
public final class RuleDesk {
    private final SegmentationService service;
    private final RuleChanges changes;
    private final RuleTrials trials;
    private final RulePublisher publisher;

    /**
     * Takes up what was left when the last process ended.
     *
     * @param state folder for change sets, journal and former versions; it lies outside the rules folder
     */
    public RuleDesk(SegmentationService service, Path state, Clock clock) {
        this(service, state, clock, new FileSteps());
    }

    RuleDesk(SegmentationService service, Path state, Clock clock, FileSteps steps) {
        this.service = service;
        this.changes = new RuleChanges(service.settings().rules(), new RuleDraftStore(state.resolve("drafts")), clock);
        this.trials = new RuleTrials(service, changes, state.resolve("trial"), clock);
        this.publisher = new RulePublisher(service, changes, state, clock, steps);
    }

    /** The change sets. */
    public RuleChanges changes() {
        return changes;
    }

    /** Their previews. */
    public RuleTrials trials() {
        return trials;
    }

    /** Publication and versions. */
    public RulePublisher publisher() {
        return publisher;
    }

    /**
     * Adds a row to the term table of a group in a change set.
     *
     * @param tag the state of the change set that the editor saw
     * @param group whose table it is
     * @param cells of the row by column; without an id it gets the next free one
     */
    public RuleDraft addTerm(
            String id, String tag, IndustrialGroup group, Map<String, String> cells, RuleChanges.Editor by) {
        String folder = service.rules().groups().inOrder().stream()
                .filter(entry -> entry.group() == group)
                .map(GroupTable.Entry::folder)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new RulesRefusal(RulesRefusal.Kind.UNKNOWN, group.label() + " has no table of terms."));
        RuleFile table = changes.file("groups." + folder + ".terms.csv");
        if (table.kind() != RuleFileKind.TERMS) {
            throw new RulesRefusal(
                    RulesRefusal.Kind.UNKNOWN, group.label() + " has no table of terms that can be edited here.");
        }
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
