package dev.segmentation.decision.exchange;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.decision.DecisionRow;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.master.MasterSearch;
import dev.segmentation.master.Masters;
import dev.segmentation.table.RowError;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings the decisions of people in line with the masters of the last run, as far as there is no doubt, and reports the rest in
 * {@code OverrideMismatchReport.csv}.
 */
public final class Reconcile {
    /** Name of the report in the output folder. */
    public static final String REPORT = "OverrideMismatchReport.csv";

    private static final int OVERDUE_DAYS = 90;

    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<String> notes;
    private final Masters masters;

    /**
     * A row that a person should look at.
     *
     * @param file name of the governance file
     * @param line where it stands
     * @param name the master as the row names it
     * @param kind NO_MASTER, CONTRADICTORY, OUTRANKED, SHADOWED or STALE
     * @param problem what is the matter
     * @param nearest masters that may be meant, best first; for a row without a master alone
     */
    public record Finding(String file, long line, String name, String kind, String problem, List<Near> nearest) {
        /** Copies the list. */
        public Finding {
            nearest = List.copyOf(nearest);
        }
    }

    /** A master that may be meant, and in [0, 1] how likely. */
    public record Near(String master, double score) {}

    /**
     * What was done.
     *
     * @param decisions how many decisions there are
     * @param rekeyed decisions that were keyed anew, for people
     * @param identified how many decisions got the id of their master, whose name they had already
     * @param findings what a person should look at, file by file
     * @param transaction id of the change in the journal, blank if nothing changed
     */
    public record Result(
            int decisions, List<String> rekeyed, int identified, List<Finding> findings, String transaction) {
        /** Copies the lists. */
        public Result {
            rekeyed = List.copyOf(rekeyed);
            findings = List.copyOf(findings);
        }
    }

    /** A reconciliation of the input folder of these settings with their last run. */
    public Reconcile(RunSettings settings, Clock clock, Consumer<String> notes) {
        this.settings = settings;
        this.clock = clock;
        this.notes = notes;
        this.masters = new Masters(settings, notes);
    }

    /** What one look at the tables gave. */
    private record Seen(int decisions, Reconciliation reconciliation) {}

    /**
     * Does it.
     *
     * @param author who is named in the journal
     * @param dryRun whether only to tell what would happen
     */
    public Result run(Author author, boolean dryRun) {
        GovernanceStore store = new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, clock);
        List<Seen> seen = new ArrayList<>(1);
        String transaction = "";
        if (dryRun) {
            store.preview(tables -> look(tables, seen));
        } else {
            Receipt receipt = store.change(author.origin("reconcile", ""), tables -> look(tables, seen));
            receipt.notes().forEach(notes);
            transaction = receipt.transaction();
        }
        Seen last = seen.get(0);
        List<Finding> findings = findings(last.reconciliation().mismatches());
        if (!dryRun) {
            new MismatchReport(settings, clock).write(findings);
        }
        return new Result(
                last.decisions(),
                last.reconciliation().rekeyed(),
                last.reconciliation().identified(),
                findings,
                transaction);
    }

    private void look(GovernanceTables tables, List<Seen> seen) {
        seen.clear();
        Reconciliation reconciliation = new Reconciliation(
                masters.finder(), LocalDate.now(clock).minusDays(OVERDUE_DAYS).toString());
        EditableTable segments = tables.table(GovernanceFiles.SEGMENTS);
        List<EditableRow> rows = segments.rows();
        if (!masters.map().masters().isEmpty()) {
            reconciliation.segments(DecisionRow.of(rows));
            reconciliation.writes().forEach(write -> segments.replace(rows.get(write.index()), write.cells()));
            others(tables, reconciliation);
        }
        seen.add(new Seen(rows.size(), reconciliation));
    }

    private void others(GovernanceTables tables, Reconciliation reconciliation) {
        for (EditableRow row : tables.table(GovernanceFiles.WEBSITES).rows()) {
            reconciliation.other(
                    GovernanceFiles.WEBSITES,
                    row.line(),
                    row.get(SegmentColumns.CANONICAL),
                    "no present master has this name");
        }
        for (EditableRow row : tables.table(GovernanceFiles.MERGES).rows()) {
            for (String column : List.of("Alias Canonical", "Master Canonical")) {
                reconciliation.other(
                        GovernanceFiles.MERGES, row.line(), row.get(column), "no customer bears the name in " + column);
            }
        }
        Set<String> keys = new HashSet<>();
        masters.map()
                .customers()
                .forEach(customer -> keys.add(customer.customer().key()));
        masters.governance().keyOverrides().values().stream()
                .filter(override -> !keys.contains(override.key()))
                .forEach(override ->
                        reconciliation.add(mismatch(override, "no customer has the key " + override.key())));
        keySegments(reconciliation);
    }

    private static Reconciliation.Mismatch mismatch(KeyOverride override, String problem) {
        return new Reconciliation.Mismatch(
                GovernanceFiles.MANUAL,
                override.line(),
                override.masterName().isEmpty() ? override.key() : override.masterName(),
                Reconciliation.Kind.NO_MASTER,
                problem,
                false);
    }

    /** Keys of one master whose segments differ. */
    private void keySegments(Reconciliation reconciliation) {
        Map<String, KeyOverride> first = new HashMap<>();
        Map<String, KeyOverride> overrides = masters.governance().keyOverrides();
        for (MappedCustomer customer : masters.map().customers()) {
            KeyOverride override = overrides.get(customer.customer().key());
            if (override != null && override.segment() != null) {
                KeyOverride other = first.putIfAbsent(customer.master().id(), override);
                if (other != null && other.segment() != override.segment()) {
                    reconciliation.add(new Reconciliation.Mismatch(
                            GovernanceFiles.MANUAL,
                            override.line(),
                            customer.master().canonical(),
                            Reconciliation.Kind.CONTRADICTORY,
                            "segment " + override.segmentWord() + " of key " + override.key() + ", and "
                                    + other.segmentWord() + " of key " + other.key() + " (line " + other.line()
                                    + ") of the same master",
                            false));
                }
            }
        }
    }

    private List<Finding> findings(List<Reconciliation.Mismatch> mismatches) {
        Set<String> lost = new LinkedHashSet<>();
        mismatches.stream().filter(Reconciliation.Mismatch::lost).forEach(one -> lost.add(one.name()));
        Map<String, List<MasterSearch.Found>> nearest = masters.finder().nearest(lost, masters.linkRules());
        return mismatches.stream()
                .map(one -> new Finding(
                        one.file(),
                        one.line(),
                        one.name(),
                        one.kind().name(),
                        one.problem(),
                        one.lost()
                                ? nearest.getOrDefault(one.name(), List.of()).stream()
                                        .map(found -> new Near(found.master().canonical(), found.score()))
                                        .toList()
                                : List.of()))
                .toList();
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
