package dev.segmentation.compare;

import dev.segmentation.compare.RunTables.RunMaster;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.history.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Compares two runs by their tables, in time that grows with their rows. Masters are the same by id; where an id ended and
 * another began that have most of each other's keys, they count as one master under another id.
 */
public final class RunDiff {
    private final RunTables before;
    private final RunTables after;
    private final List<String> notes;
    /** Keys by the two masters that they had and have, where the ids of these differ; those with most keys first. */
    private final List<DiffReport.Rehomed> flows;
    /** By the id of each master that ended: where most of its keys went. */
    private final Map<String, DiffReport.Rehomed> heirs = new HashMap<>();
    /** By the id of each master that began: where most of its keys came from. */
    private final Map<String, DiffReport.Rehomed> origins = new HashMap<>();

    private RunDiff(RunTables before, RunTables after, List<String> notes) {
        this.before = before;
        this.after = after;
        this.notes = notes;
        this.flows = flows();
        for (DiffReport.Rehomed flow : flows) {
            if (!after.masters().containsKey(flow.fromId())) {
                heirs.putIfAbsent(flow.fromId(), flow);
            }
            if (!before.masters().containsKey(flow.toId())) {
                origins.putIfAbsent(flow.toId(), flow);
            }
        }
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

    private List<DiffReport.Rehomed> flows() {
        Map<List<RunMaster>, List<DiffReport.Key>> keys = new HashMap<>();
        after.owners().forEach((key, present) -> {
            RunMaster former = before.owners().get(key);
            if (former != null && !former.id.equals(present.id)) {
                keys.computeIfAbsent(List.of(former, present), pair -> new ArrayList<>())
                        .add(new DiffReport.Key(key, after.names().get(key)));
            }
        });
        List<DiffReport.Rehomed> all = new ArrayList<>();
        keys.forEach((pair, shared) -> {
            RunMaster from = pair.get(0);
            RunMaster to = pair.get(1);
            all.add(new DiffReport.Rehomed(from.id, from.name, to.id, to.name, shared));
        });
        all.sort(mostKeys(r -> r.keys().size(), DiffReport.Rehomed::fromId, DiffReport.Rehomed::toId));
        return all;
    }

    private static <T> Comparator<T> mostKeys(ToIntFunction<T> keys, Function<T, String> name, Function<T, String> id) {
        return Comparator.comparingInt((T one) -> -keys.applyAsInt(one))
                .thenComparing(name)
                .thenComparing(id);
    }

    private DiffReport report() {
        int shared = (int) after.owners().keySet().stream()
                .filter(before.owners()::containsKey)
                .count();
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
                successors(heirs),
                successors(origins),
                renamed(),
                singles(after, before, origins.keySet()),
                singles(before, after, heirs.keySet()),
                rehomed,
                new DiffReport.Keys(
                        before.owners().size(),
                        after.owners().size(),
                        after.owners().size() - shared,
                        before.owners().size() - shared,
                        rehomed.stream().mapToInt(r -> r.keys().size()).sum()),
                notes);
    }

    /** Whether the two masters of these keys are one master under two ids. */
    private boolean sameMaster(DiffReport.Rehomed flow) {
        return heirs.get(flow.fromId()) == flow && origins.get(flow.toId()) == flow;
    }

    /** The master of the earlier run that this one was, {@code null} if it began. */
    private RunMaster former(RunMaster present) {
        DiffReport.Rehomed origin = origins.get(present.id);
        boolean renumbered = origin != null && sameMaster(origin);
        return before.masters().get(renumbered ? origin.fromId() : present.id);
    }

    private List<DiffReport.Regrouped> regrouped() {
        List<DiffReport.Regrouped> all = new ArrayList<>();
        for (RunMaster present : after.masters().values()) {
            RunMaster former = former(present);
            boolean known = former != null && former.decision != null && present.decision != null;
            if (known && !former.group().equals(present.group())) {
                all.add(new DiffReport.Regrouped(
                        present.id, present.name, present.keys, former.decision, present.decision));
            }
        }
        all.sort(mostKeys(DiffReport.Regrouped::keys, DiffReport.Regrouped::master, DiffReport.Regrouped::masterId));
        return all;
    }

    private static List<DiffReport.Move> moves(List<DiffReport.Regrouped> regrouped) {
        Map<List<String>, int[]> counts = new HashMap<>();
        for (DiffReport.Regrouped r : regrouped) {
            int[] count =
                    counts.computeIfAbsent(List.of(r.before().group(), r.after().group()), k -> new int[2]);
            count[0]++;
            count[1] += r.keys();
        }
        List<DiffReport.Move> moves = new ArrayList<>();
        counts.forEach(
                (groups, count) -> moves.add(new DiffReport.Move(groups.get(0), groups.get(1), count[0], count[1])));
        moves.sort(Comparator.comparingInt((DiffReport.Move m) -> -m.masters())
                .thenComparing(mostKeys(DiffReport.Move::keys, DiffReport.Move::from, DiffReport.Move::to)));
        return moves;
    }

    private List<DiffReport.GroupCount> groups() {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (IndustrialGroup group : IndustrialGroup.values()) {
            counts.put(group.label(), new int[4]);
        }
        count(before, 0, counts);
        count(after, 1, counts);
        List<DiffReport.GroupCount> groups = new ArrayList<>();
        counts.forEach((label, n) -> groups.add(new DiffReport.GroupCount(label, n[0], n[1], n[2], n[3])));
        return groups;
    }

    /** Counts masters, and two places behind them their keys. */
    private static void count(RunTables run, int place, Map<String, int[]> counts) {
        run.masters().values().stream()
                .sorted(Comparator.comparing(RunMaster::group))
                .forEach(master -> {
                    int[] count = counts.computeIfAbsent(master.group(), label -> new int[4]);
                    count[place]++;
                    count[place + 2] += master.keys;
                });
    }

    /** Masters that ended or began, share keys with another, and are no master under another id. */
    private List<DiffReport.Successor> successors(Map<String, DiffReport.Rehomed> related) {
        List<DiffReport.Successor> all = new ArrayList<>();
        related.forEach((id, flow) -> {
            int keys = flow.keys().size();
            if (!sameMaster(flow)) {
                all.add(
                        id.equals(flow.fromId())
                                ? new DiffReport.Successor(id, flow.from(), flow.toId(), flow.to(), keys)
                                : new DiffReport.Successor(id, flow.to(), flow.fromId(), flow.from(), keys));
            }
        });
        all.sort(mostKeys(DiffReport.Successor::keys, DiffReport.Successor::master, DiffReport.Successor::masterId));
        return all;
    }

    private List<DiffReport.Renamed> renamed() {
        List<DiffReport.Renamed> all = new ArrayList<>();
        for (RunMaster present : after.masters().values()) {
            RunMaster former = former(present);
            if (former != null && (!former.canonical.equals(present.canonical) || !former.id.equals(present.id))) {
                all.add(new DiffReport.Renamed(
                        present.id, former.id, former.canonical, present.canonical, present.keys));
            }
        }
        all.sort(mostKeys(DiffReport.Renamed::keys, DiffReport.Renamed::to, DiffReport.Renamed::masterId));
        return all;
    }

    /** Those of one side that are not on the other and share no key with it. */
    private static List<DiffReport.Single> singles(RunTables side, RunTables otherSide, Set<String> related) {
        return side.masters().values().stream()
                .filter(master -> !otherSide.masters().containsKey(master.id) && !related.contains(master.id))
                .map(master -> new DiffReport.Single(master.id, master.name, master.group(), master.keys))
                .sorted(mostKeys(DiffReport.Single::keys, DiffReport.Single::master, DiffReport.Single::masterId))
                .toList();
    }

    /** Keys with another master; a master under another id is no other. */
    private List<DiffReport.Rehomed> rehomed() {
        return flows.stream()
                .filter(flow -> !sameMaster(flow))
                .sorted(Comparator.comparingInt(
                                (DiffReport.Rehomed r) -> -r.keys().size())
                        .thenComparing(DiffReport.Rehomed::from)
                        .thenComparing(DiffReport.Rehomed::fromId)
                        .thenComparing(DiffReport.Rehomed::toId))
                .toList();
    }
}
