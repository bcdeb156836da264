package dev.segmentation.decision;

import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.edit.EditableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have decided already, by the present master that it is about, in the files as they are at this moment. */
public final class StandingDecisions {
    private final Map<String, List<MasterDecision>> rows = new HashMap<>();
    private final Map<String, Standing> segments = new HashMap<>();
    private final Map<String, Standing> websites = new HashMap<>();

    /** A decision that stands. */
    public record Standing(String value, String told) {}

    public StandingDecisions(GovernanceTables tables, MasterResolver masters) {
        for (MasterDecision row :
                MasterDecision.of(tables.table(GovernanceFiles.SEGMENTS).rows())) {
            masterOf(masters, row.masterId(), row.canonical())
                    .ifPresent(id ->
                            rows.computeIfAbsent(id, i -> new ArrayList<>()).add(row));
        }
        segments(tables, masters);
        for (EditableRow row : tables.table(GovernanceFiles.WEBSITES).rows()) {
            website(
                    masterOf(masters, "", row.get(SegmentColumns.CANONICAL)),
                    row.get(SegmentColumns.WEBSITE),
                    GovernanceFiles.WEBSITES + where(row.line()));
        }
        rows.forEach((id, list) -> list.stream()
                .sorted(MasterDecision.LEAST_FIRST)
                .forEach(row -> website(Optional.of(id), row.website(), GovernanceFiles.SEGMENTS + where(row.line()))));
    }

    private static String where(long line) {
        return line == 0 ? "" : ":" + line;
    }

    private static Optional<String> masterOf(MasterResolver masters, String id, String name) {
        return masters.find(id, name).map(found -> found.master().id());
    }

    private void segments(GovernanceTables tables, MasterResolver masters) {
        Map<String, MasterCustomer> byKey = new HashMap<>();
        masters.map().customers().forEach(one -> byKey.put(one.customer().key(), one.master()));
        for (EditableRow row : tables.table(GovernanceFiles.MANUAL).rows()) {
            MasterCustomer master = byKey.get(row.get("Customer Key"));
            String word = row.get("Manual Segment");
            if (master != null && !word.isEmpty()) {
                segments.put(
                        master.id(),
                        new Standing(
                                label(word), "manual segment " + word + " of customer key " + row.get("Customer Key")));
            }
        }
    }

    private void website(Optional<String> master, String text, String where) {
        Optional<String> host = Host.bare(text);
        if (master.isPresent() && host.isPresent()) {
            websites.put(master.get(), new Standing(host.get(), host.get() + " (" + where + ")"));
        }
    }

    private static String label(String group) {
        return IndustrialGroup.parse(group).map(IndustrialGroup::label).orElse(group);
    }

    /** The decision about the group of a master that an accepted suggestion must not replace. */
    public Optional<Standing> group(String masterId) {
        List<MasterDecision> about = rows.getOrDefault(masterId, List.of());
        return MasterDecision.counting(about, true)
                .filter(row -> row.status() != Status.QUEUED)
                .map(StandingDecisions::told)
                .or(() -> Optional.ofNullable(segments.get(masterId)))
                .or(() -> MasterDecision.counting(about, false)
                        .filter(row ->
                                row.status() == Status.FINAL && !row.group().equals(IndustrialGroup.UNKNOWN.label()))
                        .map(StandingDecisions::told));
    }

    /** The website of a master that stands. */
    public Optional<Standing> website(String masterId) {
        return Optional.ofNullable(websites.get(masterId));
    }

    /** The decision of a batch that a new one of that day would replace, or that would count although it is older. */
    public Optional<MasterDecision> batch(String masterId) {
        return MasterDecision.counting(rows.getOrDefault(masterId, List.of()), false);
    }

    /** The row about a master that has that source. */
    public Optional<MasterDecision> ofSource(String masterId, String source) {
        return rows.getOrDefault(masterId, List.of()).stream()
                .filter(row -> row.source().equalsIgnoreCase(source))
                .findFirst();
    }

    private static Standing told(MasterDecision row) {
        String date = row.get(SegmentColumns.DATE);
        return new Standing(
                row.group(),
                row.told()
                        + (row.owner().isEmpty() ? "" : " by " + row.owner())
                        + (date.isEmpty() ? "" : " on " + date));
    }
}
