package dev.segmentation.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reclassification changed.
 *
 * @param runId the run that it made
 * @param formerRunId the run before, blank if there was none
 * @param looked how many masters were compared
 * @param changed how many of them have another group, industry or method now
 * @param moves how many went from which group to which, the most first
 * @param flips the masters that changed with both reasons, those with the most keys first; at most {@link #MOST}
 */
public record GroupChanges(
        String runId,
        String formerRunId,
        int looked,
        int changed,
        List<ReclassifiedMove> moves,
        List<Reclassified> flips) {
    /** A longer list than this is for files. */
    public static final int MOST = 10_000;

    /** Masters and customer keys that went from one group to another. */
    public record ReclassifiedMove(String from, String to, int masters, int keys) {}

    /** A master before and after. */
    public record Reclassified(String id, String name, int keys, ReclassifiedSide before, ReclassifiedSide after) {}

    /** What was decided and why. */
    public record ReclassifiedSide(
            String group,
            String detail,
            String naics,
            String method,
            String confidence,
            String ruleId,
            String rationale) {
        static ReclassifiedSide of(MasterInfo row) {
            return new ReclassifiedSide(
                    row.group(),
                    row.detail(),
                    row.naics(),
                    row.method(),
                    row.confidence(),
                    row.ruleId(),
                    row.rationale());
        }

        boolean differs(ReclassifiedSide other) {
            return !group.equals(other.group)
                    || !detail.equals(other.detail)
                    || !naics.equals(other.naics)
                    || !method.equals(other.method);
        }
    }

    public GroupChanges {
        moves = List.copyOf(moves);
        flips = List.copyOf(flips);
    }

    /** The same without the masters; all numbers stay. */
    GroupChanges withoutList() {
        return new GroupChanges(runId, formerRunId, looked, changed, moves, List.of());
    }

    /**
     * Compares two runs; masters that only one of them has are not compared.
     *
     * @param before the former run, {@code null} if there was none
     * @param only ids of the masters to compare, all if empty
     */
    static GroupChanges between(CurrentRun before, CurrentRun after, Set<String> only) {
        List<Reclassified> flips = new ArrayList<>();
        Map<List<String>, int[]> moves = new HashMap<>();
        int looked = 0;
        for (MasterInfo now : after.masters()) {
            MasterInfo then = before == null ? null : before.master(now.id()).orElse(null);
            if (then == null || !only.isEmpty() && !only.contains(now.id())) {
                continue;
            }
            looked++;
            ReclassifiedSide old = ReclassifiedSide.of(then);
            ReclassifiedSide fresh = ReclassifiedSide.of(now);
            if (old.differs(fresh)) {
                flips.add(new Reclassified(now.id(), now.name(), now.keys(), old, fresh));
            }
            if (!old.group().equals(fresh.group())) {
                int[] count = moves.computeIfAbsent(List.of(old.group(), fresh.group()), move -> new int[2]);
                count[0]++;
                count[1] += now.keys();
            }
        }
        flips.sort(Comparator.comparingInt((Reclassified flip) -> -flip.keys()).thenComparing(Reclassified::name));
        List<ReclassifiedMove> counted = new ArrayList<>();
        moves.forEach((move, count) -> counted.add(new ReclassifiedMove(move.get(0), move.get(1), count[0], count[1])));
        counted.sort(Comparator.comparingInt((ReclassifiedMove move) -> -move.masters())
                .thenComparing(ReclassifiedMove::from)
                .thenComparing(ReclassifiedMove::to));
        return new GroupChanges(
                after.runId(),
                before == null ? "" : before.runId(),
                looked,
                flips.size(),
                counted,
                flips.subList(0, Math.min(MOST, flips.size())));
    }
}
