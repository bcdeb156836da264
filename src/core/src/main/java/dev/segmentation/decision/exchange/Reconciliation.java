package dev.segmentation.decision.exchange;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.DecisionRow;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
    /** Ways to a master that leave no doubt. */
    private static final Set<MasterSearch.How> SAFE = EnumSet.of(
            MasterSearch.How.ID,
            MasterSearch.How.NAME,
            MasterSearch.How.SPELLING,
            MasterSearch.How.MERGE_OVERRIDE,
            MasterSearch.How.FORMER,
            MasterSearch.How.SUCCESSOR);

    private final MasterSearch finder;
    private final String stale;
    private final List<RowWrite> writes = new ArrayList<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<String> rekeyed = new ArrayList<>();
    private int identified;

    /**
     * A row of a governance file that a person should look at.
     *
     * @param file name of the file
     * @param line where it stands
     * @param name the master as the row names it
     * @param kind what is the matter, in one word
     * @param problem the same in a sentence
     * @param lost whether no present master is meant, so that the nearest ones are of interest
     */
    record Mismatch(String file, long line, String name, Kind kind, String problem, boolean lost) {
        static final Comparator<Mismatch> ORDER = Comparator.comparing(Mismatch::file)
                .thenComparingLong(Mismatch::line)
                .thenComparing(Mismatch::kind);
    }

    /** What can be the matter with a decision. */
    enum Kind {
        NO_MASTER,
        CONTRADICTORY,
        OUTRANKED,
        SHADOWED,
        STALE
    }

    /**
     * A reconciliation.
     *
     * @param finder finds present masters
     * @param stale the day, in ISO form, before which a Draft or Queued decision is overdue
     */
    Reconciliation(MasterSearch finder, String stale) {
        this.finder = finder;
        this.stale = stale;
    }

    /** Looks at all rows of {@code MasterSegmentationOverrides.csv}. */
    void segments(List<DecisionRow> rows) {
        Map<String, List<DecisionRow>> byMaster = new TreeMap<>();
        for (DecisionRow row : rows) {
            Optional<MasterSearch.Found> found = found(row.get(SegmentColumns.ID), row.get(SegmentColumns.CANONICAL));
            Optional<MasterSearch.Found> named = finder.find("", row.get(SegmentColumns.CANONICAL));
            if (found.isEmpty()) {
                String name = row.get(SegmentColumns.CANONICAL).isEmpty()
                        ? row.get(SegmentColumns.ID)
                        : row.get(SegmentColumns.CANONICAL);
                add(
                        row,
                        Kind.NO_MASTER,
                        "no present master has this " + (name.equals(row.get(SegmentColumns.ID)) ? "id" : "name"),
                        true);
                continue;
            }
            MasterCustomer master = found.get().master();
            if (found.get().how() == MasterSearch.How.ID
                    && named.isPresent()
                    && named.get().master() != master) {
                add(
                        row,
                        Kind.CONTRADICTORY,
                        "its id means " + master.canonical() + " and its name "
                                + named.get().master().canonical() + "; the id counts",
                        false);
            } else {
                rekey(row, found.get());
            }
            byMaster.computeIfAbsent(master.id(), id -> new ArrayList<>()).add(row);
            boolean open = !row.status().equalsIgnoreCase("Final");
            if (open && !row.date().isEmpty() && row.date().compareTo(stale) < 0) {
                add(row, Kind.STALE, row.status() + " since " + row.date() + "; decide it or delete it", false);
            }
        }
        byMaster.values().forEach(this::together);
    }

    private Optional<MasterSearch.Found> found(String id, String name) {
        return finder.find(id, name).filter(found -> SAFE.contains(found.how()));
    }

    private void rekey(DecisionRow row, MasterSearch.Found found) {
        MasterCustomer master = found.master();
        String id = row.get(SegmentColumns.ID);
        String name = row.get(SegmentColumns.CANONICAL);
        if (id.equals(master.id()) && name.equals(master.canonical())) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(SegmentColumns.ID, master.id());
        cells.put(SegmentColumns.CANONICAL, master.canonical());
        writes.add(new RowWrite(row.index(), cells));
        if (name.equals(master.canonical())) {
            identified++;
        } else {
            rekeyed.add("line " + row.line() + ": " + (name.isEmpty() ? id : name) + " is now " + master.canonical()
                    + ", found " + found.how().label());
        }
    }

    /** Rows about one master: of one kind the newest counts, and what is written by hand outranks batches. */
    private void together(List<DecisionRow> rows) {
        Optional<DecisionRow> manual = DecisionRow.counting(rows, true);
        Optional<DecisionRow> batch = DecisionRow.counting(rows, false);
        for (DecisionRow row : rows) {
            DecisionRow counts = (row.manual() ? manual : batch).orElseThrow();
            boolean same = row.get(SegmentColumns.GROUP).equalsIgnoreCase(counts.get(SegmentColumns.GROUP));
            if (row != counts && !same && row.date().equals(counts.date())) {
                add(row, Kind.CONTRADICTORY, "of the same day as " + counts.told() + ", which counts", false);
            } else if (row != counts) {
                add(row, Kind.SHADOWED, "replaced by " + counts.told(), false);
            }
        }
        manual.ifPresent(
                by -> batch.filter(row -> !by.get(SegmentColumns.GROUP).equalsIgnoreCase(row.get(SegmentColumns.GROUP)))
                        .ifPresent(row -> add(row, Kind.OUTRANKED, "outranked by " + by.told(), false)));
    }

    private void add(DecisionRow row, Kind kind, String problem, boolean lost) {
        String name = row.get(SegmentColumns.CANONICAL);
        mismatches.add(new Mismatch(
                GovernanceFiles.SEGMENTS,
                row.line(),
                name.isEmpty() ? row.get(SegmentColumns.ID) : name,
                kind,
                problem,
                lost));
    }

    /** A row of another governance file whose name no present master bears. */
    void other(String file, long line, String name, String what) {
        if (found("", name).isEmpty()) {
            mismatches.add(new Mismatch(file, line, name, Kind.NO_MASTER, what, true));
        }
    }

    /** A finding about another governance file. */
    void add(Mismatch mismatch) {
        mismatches.add(mismatch);
    }

    /** The rows to write. */
    List<RowWrite> writes() {
        return writes;
    }

    /** What was keyed anew, for people. */
    List<String> rekeyed() {
        return rekeyed;
    }

    /** How many decisions got the id of their master, whose name they had already. */
    int identified() {
        return identified;
    }

    /** What a person should look at, file by file. */
    List<Mismatch> mismatches() {
        return mismatches.stream().sorted(Mismatch.ORDER).toList();
    }
}
