package dev.segmentation.decision.exchange;

import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Brings the decisions of people in line with the masters of the last run, as far as there is no doubt, and reports the rest in
 * {@code OverrideMismatchReport.csv}.
 */
public final class Reconcile {
    /** Name of the report in the output folder. */
    public static final String REPORT = "OverrideMismatchReport.csv";

    private static final int OVERDUE_DAYS = 90;
    private static final int NEAREST = 3;

    private final RunSettings settings;
    private final GovernanceStore store;
    private final Clock clock;
    private final Consumer<String> notes;
    private final MasterResolver masters;

    /**
     * A row that a person should look at.
     *
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

        /** Whether no present master is meant by a name, so that the nearest ones are of interest. */
        boolean lost() {
            return kind.equals(Reconciliation.NO_MASTER) && !file.equals(GovernanceFiles.MANUAL);
        }
    }

    /** A master that may be meant, and in [0, 1] how likely. */
    public record Near(String master, double score) {}

    /**
     * What was done.
     *
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
    public Reconcile(RunSettings settings, GovernanceStore store, Clock clock, Consumer<String> notes) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.notes = notes;
        this.masters = new MasterResolver(settings, notes);
    }

    /** Reconciles. */
    public Result run(Origin author, boolean dryRun) {
        AtomicReference<Reconciliation> seen = new AtomicReference<>();
        Receipt receipt = store.change(author.doing("reconcile", ""), tables -> seen.set(look(tables)), dryRun);
        receipt.notes().forEach(notes);
        Reconciliation last = seen.get();
        List<Finding> findings = withNearest(last.findings());
        if (!dryRun) {
            write(findings);
        }
        return new Result(last.decisions(), last.rekeyed(), last.identified(), findings, receipt.transaction());
    }

    private Reconciliation look(GovernanceTables tables) {
        String overdue = LocalDate.now(clock).minusDays(OVERDUE_DAYS).toString();
        Reconciliation reconciliation = new Reconciliation(masters, tables, overdue);
        if (!masters.map().masters().isEmpty()) {
            reconciliation.decided();
            reconciliation.others();
        }
        return reconciliation;
    }

    private List<Finding> withNearest(List<Finding> findings) {
        Set<String> lost = new LinkedHashSet<>();
        findings.stream().filter(Finding::lost).forEach(one -> lost.add(one.name()));
        Map<String, List<MasterResolver.Found>> nearest = masters.nearest(lost);
        return findings.stream()
                .map(one -> !one.lost()
                        ? one
                        : new Finding(
                                one.file(),
                                one.line(),
                                one.name(),
                                one.kind(),
                                one.problem(),
                                nearest.getOrDefault(one.name(), List.of()).stream()
                                        .map(found -> new Near(found.master().canonical(), found.score()))
                                        .toList()))
                .toList();
    }

    private void write(List<Finding> findings) {
        List<String> columns = new ArrayList<>(List.of("File", "Line", SegmentColumns.CANONICAL, "Problem"));
        for (int i = 1; i <= NEAREST; i++) {
            columns.addAll(List.of("Nearest Master " + i, "Score " + i));
        }
        try (FolderLock lock = FolderLock.take(settings.output(), clock.instant());
                StagedFiles staged = StagedFiles.begin(settings.output())) {
            try (TableWriter table = new TableWriter(staged.file(REPORT), settings.profile(), columns)) {
                for (Finding finding : findings) {
                    table.row(row(finding));
                }
            }
            staged.commit();
        } catch (IOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.",
                    e);
        }
    }

    private static String[] row(Finding finding) {
        List<String> row = new ArrayList<>(
                List.of(finding.file(), Long.toString(finding.line()), finding.name(), finding.problem()));
        for (int i = 0; i < NEAREST; i++) {
            boolean there = i < finding.nearest().size();
            Near near = there ? finding.nearest().get(i) : null;
            row.add(there ? near.master() : "");
            row.add(there ? String.format(Locale.ROOT, "%.3f", near.score()) : "");
        }
        return row.toArray(String[]::new);
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
