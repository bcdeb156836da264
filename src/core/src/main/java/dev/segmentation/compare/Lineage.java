package dev.segmentation.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which master of one run became which of the other, by the customer keys that they share. */
final class Lineage {
    private final RunTables before;
    private final RunTables after;
    private final Map<Pair, List<DiffReport.Key>> flows = new HashMap<>();
    private final Map<RunTables.RunMaster, RunTables.RunMaster> heirs = new HashMap<>();
    private final Map<RunTables.RunMaster, RunTables.RunMaster> origins = new HashMap<>();
    private final int added;

    /** A master of the earlier run and one of the later, with different ids. */
    record Pair(RunTables.RunMaster from, RunTables.RunMaster to) {}

    Lineage(RunTables before, RunTables after) {
        this.before = before;
        this.after = after;
        this.added = flow();
        relate();
    }

    /** How many keys are new. */
    int added() {
        return added;
    }

    /** Masters that ended, and of each the one that has most of its keys now. */
    Map<RunTables.RunMaster, RunTables.RunMaster> heirs() {
        return heirs;
    }

    /** Masters that began, and of each the one that had most of its keys. */
    Map<RunTables.RunMaster, RunTables.RunMaster> origins() {
        return origins;
    }

    /** How many keys the first had and the second has. */
    int shared(RunTables.RunMaster from, RunTables.RunMaster to) {
        return flows.get(new Pair(from, to)).size();
    }

    /** Keys with another master, by the two masters; a master under another id is no other. */
    Map<Pair, List<DiffReport.Key>> rehomed() {
        Map<Pair, List<DiffReport.Key>> others = new HashMap<>(flows);
        others.keySet().removeIf(pair -> sameMaster(pair.from(), pair.to()));
        return others;
    }

    /** Gathers the keys by the two masters they had and have, where these differ; returns how many keys are new. */
    private int flow() {
        int added = 0;
        for (Map.Entry<String, RunTables.Entry> key : after.keys().entrySet()) {
            RunTables.Entry former = before.keys().get(key.getKey());
            if (former == null) {
                added++;
            } else if (!former.master().id.equals(key.getValue().master().id)) {
                flows.computeIfAbsent(new Pair(former.master(), key.getValue().master()), p -> new ArrayList<>())
                        .add(new DiffReport.Key(key.getKey(), key.getValue().name()));
            }
        }
        return added;
    }

    private void relate() {
        flows.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Pair, List<DiffReport.Key>> f) ->
                                -f.getValue().size())
                        .thenComparing(f -> f.getKey().from().id)
                        .thenComparing(f -> f.getKey().to().id))
                .forEach(f -> {
                    Pair pair = f.getKey();
                    if (!after.masters().containsKey(pair.from().id)) {
                        heirs.putIfAbsent(pair.from(), pair.to());
                    }
                    if (!before.masters().containsKey(pair.to().id)) {
                        origins.putIfAbsent(pair.to(), pair.from());
                    }
                });
    }

    /** Whether the two are one master under two ids. */
    boolean sameMaster(RunTables.RunMaster former, RunTables.RunMaster present) {
        return heirs.get(former) == present && origins.get(present) == former;
    }

    /** The master of the later run that this one was, {@code null} if it began. */
    RunTables.RunMaster former(RunTables.RunMaster present) {
        RunTables.RunMaster same = before.masters().get(present.id);
        RunTables.RunMaster origin = origins.get(present);
        return same != null || origin == null || !sameMaster(origin, present) ? same : origin;
    }
}
