package dev.segmentation.decision.exchange;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.exchange.Reconcile.Finding;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.workspace.MappedCustomer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the decisions of people with the present masters. A decision is keyed anew only where its master was renamed, taken
 * over by another, or written in another spelling; what is only alike is reported with the nearest masters.
 */
final class Reconciliation {
    static final String NO_MASTER = "NO_MASTER";
    private static final String CONTRADICTORY = "CONTRADICTORY";
    private static final String OUTRANKED = "OUTRANKED";
    private static final String SHADOWED = "SHADOWED";
    private static final String STALE = "STALE";

    /** What can be the matter with a decision, in the order in which it is told of one line. */
    private static final List<String> KINDS = List.of(NO_MASTER, CONTRADICTORY, OUTRANKED, SHADOWED, STALE);

    /** Ways to a master that leave no doubt. */
    private static final Set<MasterResolver.How> SAFE = EnumSet.of(
            MasterResolver.How.ID,
            MasterResolver.How.NAME,
            MasterResolver.How.SPELLING,
            MasterResolver.How.MERGE_OVERRIDE,
            MasterResolver.How.FORMER,
            MasterResolver.How.SUCCESSOR);

    private final MasterResolver masters;
    private final GovernanceTables tables;
    private final String overdue;
    private final List<EditableRow> rows;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> rekeyed = new ArrayList<>();
    private int identified;

    /** @param overdue the day, in ISO form, before which a Draft or Queued decision should have been decided */
    Reconciliation(MasterResolver masters, GovernanceTables tables, String overdue) {
        this.masters = masters;
        this.tables = tables;
        this.overdue = overdue;
        this.rows = tables.table(GovernanceFiles.SEGMENTS).rows();
    }

    void decided() {
        Map<String, List<MasterDecision>> byMaster = new TreeMap<>();
        for (MasterDecision row : MasterDecision.of(rows)) {
            Optional<MasterResolver.Found> found = found(row.masterId(), row.canonical());
            if (found.isEmpty()) {
                boolean byId = row.canonical().isEmpty() || row.canonical().equals(row.masterId());
                add(row, NO_MASTER, "no present master has this " + (byId ? "id" : "name"));
                continue;
            }
            MasterCustomer master = found.get().master();
            Optional<MasterCustomer> named = masters.find("", row.canonical())
                    .map(MasterResolver.Found::master)
                    .filter(one -> found.get().how() == MasterResolver.How.ID && one != master);
            if (named.isPresent()) {
                String other = named.get().canonical();
                String problem = "its id means " + master.canonical() + " and its name " + other + "; the id counts";
                add(row, CONTRADICTORY, problem);
            } else {
                rekey(row, found.get());
            }
            byMaster.computeIfAbsent(master.id(), id -> new ArrayList<>()).add(row);
            boolean open = !row.statusText().equalsIgnoreCase("Final");
            if (open && !row.date().isEmpty() && row.date().compareTo(overdue) < 0) {
                add(row, STALE, row.statusText() + " since " + row.date() + "; decide it or delete it");
            }
        }
        byMaster.values().forEach(this::together);
    }

    private Optional<MasterResolver.Found> found(String id, String name) {
        return masters.find(id, name).filter(found -> SAFE.contains(found.how()));
    }

    private void rekey(MasterDecision row, MasterResolver.Found found) {
        MasterCustomer master = found.master();
        boolean same = row.canonical().equals(master.canonical());
        if (same && row.masterId().equals(master.id())) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(SegmentColumns.ID, master.id());
        cells.put(SegmentColumns.CANONICAL, master.canonical());
        tables.table(GovernanceFiles.SEGMENTS).replace(rows.get(row.index()), cells);
        if (same) {
            identified++;
        } else {
            rekeyed.add("line " + row.line() + ": " + row.name() + " is now " + master.canonical() + ", found "
                    + found.how().label());
        }
    }

    /** Rows about one master: of one kind the newest counts, and what is written by hand outranks batches. */
    private void together(List<MasterDecision> about) {
        Optional<MasterDecision> manual = MasterDecision.counting(about, true);
        Optional<MasterDecision> batch = MasterDecision.counting(about, false);
        for (MasterDecision row : about) {
            MasterDecision counts = (row.manual() ? manual : batch).orElseThrow();
            if (row != counts && !row.sameGroup(counts) && row.date().equals(counts.date())) {
                add(row, CONTRADICTORY, "of the same day as " + counts.told() + ", which counts");
            } else if (row != counts) {
                add(row, SHADOWED, "replaced by " + counts.told());
            }
        }
        manual.ifPresent(by -> batch.filter(row -> !by.sameGroup(row))
                .ifPresent(row -> add(row, OUTRANKED, "outranked by " + by.told())));
    }

    private void add(MasterDecision row, String kind, String problem) {
        add(GovernanceFiles.SEGMENTS, row.line(), row.name(), kind, problem);
    }

    private void add(String file, long line, String name, String kind, String problem) {
        findings.add(new Finding(file, line, name, kind, problem, List.of()));
    }

    void others() {
        for (EditableRow row : tables.table(GovernanceFiles.WEBSITES).rows()) {
            named(GovernanceFiles.WEBSITES, row, SegmentColumns.CANONICAL, "no present master has this name");
        }
        for (EditableRow row : tables.table(GovernanceFiles.MERGES).rows()) {
            for (String column : List.of("Alias Canonical", "Master Canonical")) {
                named(GovernanceFiles.MERGES, row, column, "no customer bears the name in " + column);
            }
        }
        Map<String, KeyOverride> overrides = masters.governance().keyOverrides();
        Set<String> keys = new HashSet<>();
        masters.map().customers().forEach(one -> keys.add(one.customer().key()));
        overrides.values().stream()
                .filter(override -> !keys.contains(override.key()))
                .forEach(override -> add(
                        GovernanceFiles.MANUAL,
                        override.line(),
                        override.masterName().isEmpty() ? override.key() : override.masterName(),
                        NO_MASTER,
                        "no customer has the key " + override.key()));
        Map<String, KeyOverride> first = new HashMap<>();
        for (MappedCustomer customer : masters.map().customers()) {
            KeyOverride override = overrides.get(customer.customer().key());
            if (override != null && override.segment() != null) {
                KeyOverride other = first.putIfAbsent(customer.master().id(), override);
                if (other != null && other.segment() != override.segment()) {
                    String problem = "segment " + override.segmentWord() + " of key " + override.key() + ", and "
                            + other.segmentWord() + " of key " + other.key() + " (line " + other.line()
                            + ") of the same master";
                    String name = customer.master().canonical();
                    add(GovernanceFiles.MANUAL, override.line(), name, CONTRADICTORY, problem);
                }
            }
        }
    }

    private void named(String file, EditableRow row, String column, String problem) {
        if (found("", row.get(column)).isEmpty()) {
            add(file, row.line(), row.get(column), NO_MASTER, problem);
        }
    }

    int decisions() {
        return rows.size();
    }

    List<String> rekeyed() {
        return rekeyed;
    }

    int identified() {
        return identified;
    }

    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingLong(Finding::line)
                        .thenComparing(one -> KINDS.indexOf(one.kind())))
                .toList();
    }
}
