package dev.segmentation.compare;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.history.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two runs by their tables, in time that grows with their rows. Masters are the same by id; where an id ended and
 * another began that have most of each other's keys, they count as one master under another id.
 */
public final class RunDiff {
    private final RunTables before;
    private final RunTables after;
    private final List<String> notes;
    private final Lineage lineage;

    private RunDiff(RunTables before, RunTables after, List<String> notes) {
        this.before = before;
        this.after = after;
        this.notes = notes;
        this.lineage = new Lineage(before, after);
    }

    /**
     * Compares them.
     *
     * @throws dev.segmentation.table.TableException if a table is missing or is not what a run writes
     */
    public static DiffReport between(Snapshot before, Snapshot after) {
        List<String> notes = new ArrayList<>();
        for (Snapshot one : List.of(before, after)) {
            if (!one.placed()) {
                notes.add(
                        "The files of run " + one.runId() + " could not be put in place; they were never the outputs.");
            }
        }
        return new RunDiff(RunTables.read(before, notes::add), RunTables.read(after, notes::add), notes).report();
    }

    private DiffReport report() {
        int added = lineage.added();
        int shared = after.keys().size() - added;
        boolean groups = before.snapshot().classified() && after.snapshot().classified();
        if (!groups) {
            notes.add("One of the runs only deduped, so groups are not compared.");
        }
        List<DiffReport.Regrouped> regrouped = groups ? regrouped() : List.of();
        List<DiffReport.Rehomed> rehomed = rehomed();
        return new DiffReport(
                before.run(),
                after.run(),
                groups ? groups() : List.of(),
                moves(regrouped),
                regrouped,
                successors(lineage.heirs()),
                successors(lineage.origins()),
                renamed(),
                singles(after, before, lineage.origins()),
                singles(before, after, lineage.heirs()),
                rehomed,
                new DiffReport.Keys(
                        before.keys().size(),
                        after.keys().size(),
                        added,
                        before.keys().size() - shared,
                        rehomed.stream().mapToInt(r -> r.keys().size()).sum()),
                notes);
    }

    private List<DiffReport.Regrouped> regrouped() {
        List<DiffReport.Regrouped> all = new ArrayList<>();
        for (RunTables.RunMaster present : after.masters().values()) {
            RunTables.RunMaster former = lineage.former(present);
            if (former != null && !former.group().equals(present.group()) && known(former) && known(present)) {
                all.add(new DiffReport.Regrouped(
                        present.id, present.name, present.keys, former.decision, present.decision));
            }
        }
        all.sort(Comparator.comparingInt((DiffReport.Regrouped r) -> -r.keys())
                .thenComparing(DiffReport.Regrouped::master)
                .thenComparing(DiffReport.Regrouped::masterId));
        return all;
    }

    private static boolean known(RunTables.RunMaster master) {
        return master.decision != null;
    }

    private static List<DiffReport.Move> moves(List<DiffReport.Regrouped> regrouped) {
        Map<List<String>, int[]> counts = new HashMap<>();
        for (DiffReport.Regrouped r : regrouped) {
            int[] count =
                    counts.computeIfAbsent(List.of(r.before().group(), r.after().group()), k -> new int[2]);
            count[0]++;
            count[1] += r.keys();
        }
        return counts.entrySet().stream()
                .map(e -> new DiffReport.Move(e.getKey().get(0), e.getKey().get(1), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingInt((DiffReport.Move m) -> -m.masters())
                        .thenComparingInt(m -> -m.keys())
                        .thenComparing(DiffReport.Move::from)
                        .thenComparing(DiffReport.Move::to))
                .toList();
    }

    private List<DiffReport.GroupCount> groups() {
        Map<String, List<RunTables.RunMaster>> former = before.byGroup();
        Map<String, List<RunTables.RunMaster>> present = after.byGroup();
        Set<String> labels = new LinkedHashSet<>();
        for (IndustrialGroup group : IndustrialGroup.values()) {
            labels.add(group.label());
        }
        labels.addAll(new TreeSet<>(former.keySet()));
        labels.addAll(new TreeSet<>(present.keySet()));
        return labels.stream()
                .map(label -> new DiffReport.GroupCount(
                        label,
                        former.getOrDefault(label, List.of()).size(),
                        present.getOrDefault(label, List.of()).size(),
                        keys(former.get(label)),
                        keys(present.get(label))))
                .toList();
    }

    private static int keys(List<RunTables.RunMaster> masters) {
        return masters == null ? 0 : masters.stream().mapToInt(m -> m.keys).sum();
    }

    /** Those of one side that are not on the other, share keys with it, and are no master under another id. */
    private List<DiffReport.Successor> successors(Map<RunTables.RunMaster, RunTables.RunMaster> others) {
        List<DiffReport.Successor> all = new ArrayList<>();
        others.forEach((master, other) -> {
            if (!lineage.sameMaster(master, other) && !lineage.sameMaster(other, master)) {
                boolean ended = others == lineage.heirs();
                int keys = ended ? lineage.shared(master, other) : lineage.shared(other, master);
                all.add(new DiffReport.Successor(master.id, master.name, other.id, other.name, keys));
            }
        });
        all.sort(Comparator.comparingInt((DiffReport.Successor s) -> -s.keys())
                .thenComparing(DiffReport.Successor::master)
                .thenComparing(DiffReport.Successor::masterId));
        return all;
    }

    private List<DiffReport.Renamed> renamed() {
        List<DiffReport.Renamed> all = new ArrayList<>();
        for (RunTables.RunMaster present : after.masters().values()) {
            RunTables.RunMaster former = lineage.former(present);
            if (former != null && (!former.canonical.equals(present.canonical) || !former.id.equals(present.id))) {
                all.add(new DiffReport.Renamed(
                        present.id, former.id, former.canonical, present.canonical, present.keys));
            }
        }
        all.sort(Comparator.comparingInt((DiffReport.Renamed r) -> -r.keys())
                .thenComparing(DiffReport.Renamed::to)
                .thenComparing(DiffReport.Renamed::masterId));
        return all;
    }

    /** Those of one side that are not on the other and share no key with it. */
    private static List<DiffReport.Single> singles(
            RunTables side, RunTables otherSide, Map<RunTables.RunMaster, RunTables.RunMaster> related) {
        return side.masters().values().stream()
                .filter(master -> !otherSide.masters().containsKey(master.id) && !related.containsKey(master))
                .map(master -> new DiffReport.Single(master.id, master.name, master.group(), master.keys))
                .sorted(Comparator.comparingInt((DiffReport.Single s) -> -s.keys())
                        .thenComparing(DiffReport.Single::master)
                        .thenComparing(DiffReport.Single::masterId))
                .toList();
    }

    private List<DiffReport.Rehomed> rehomed() {
        List<DiffReport.Rehomed> all = new ArrayList<>();
        lineage.rehomed()
                .forEach((pair, keys) -> all.add(
                        new DiffReport.Rehomed(pair.from().id, pair.from().name, pair.to().id, pair.to().name, keys)));
        all.sort(Comparator.comparingInt((DiffReport.Rehomed r) -> -r.keys().size())
                .thenComparing(DiffReport.Rehomed::from)
                .thenComparing(DiffReport.Rehomed::fromId)
                .thenComparing(DiffReport.Rehomed::toId));
        return all;
    }
}
