package dev.segmentation.compare;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.run.ClassifiedBase;
import dev.segmentation.run.MasterBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Classifies all masters by two rule sets and says what differs, so that a change is seen before it is published. */
public final class RulePreview {
    private final MasterBase base;
    private final int threads;
    private final Progress progress;

    /** A preview over these masters. */
    public RulePreview(MasterBase base, int threads, Progress progress) {
        this.base = base.remembering();
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Compares two rule sets.
     *
     * @param current the rules in use
     * @param changed the rules that somebody wants to publish
     * @param notes remarks to pass on
     */
    public PreviewReport compare(RuleCatalog current, RuleCatalog changed, List<String> notes) {
        ClassifiedBase before = base.classify(current, threads, progress);
        ClassifiedBase after = base.classify(changed, before, threads, progress);
        List<PreviewReport.Flip> flips = new ArrayList<>();
        List<PreviewReport.Flip> refined = new ArrayList<>();
        List<PreviewReport.Flip> conflicts = new ArrayList<>();
        Map<IndustrialGroup, Map<IndustrialGroup, int[]>> moves = new TreeMap<>();
        for (int i = 0; i < base.size(); i++) {
            ClassifiedMaster former = before.masters().get(i);
            Decision old = former.decision();
            Decision fresh = after.masters().get(i).decision();
            if (old.group() != fresh.group()) {
                flips.add(flip(former, fresh));
                int[] move = moves.computeIfAbsent(old.group(), g -> new TreeMap<>())
                        .computeIfAbsent(fresh.group(), g -> new int[2]);
                move[0]++;
                move[1] += former.master().members().size();
            } else if (!old.classification().equals(fresh.classification()) || old.method() != fresh.method()) {
                refined.add(flip(former, fresh));
            }
            if (fresh.conflict() && !old.conflict()) {
                conflicts.add(flip(former, fresh));
            }
        }
        Comparator<PreviewReport.Flip> mostKeys = Comparator.comparingInt((PreviewReport.Flip flip) -> -flip.keys())
                .thenComparing(PreviewReport.Flip::canonical);
        flips.sort(mostKeys);
        refined.sort(mostKeys);
        conflicts.sort(mostKeys);
        return new PreviewReport(
                current.summary(),
                changed.summary(),
                base.size(),
                outcome(before, current),
                outcome(after, changed),
                moves(moves),
                flips,
                refined,
                conflicts,
                silent(current, before, changed, after),
                notes);
    }

    private static PreviewReport.Flip flip(ClassifiedMaster former, Decision fresh) {
        return new PreviewReport.Flip(
                former.master().name(),
                former.master().canonical(),
                former.master().id(),
                former.master().members().size(),
                side(former.decision()),
                side(fresh));
    }

    private static PreviewReport.FlipSide side(Decision decision) {
        return new PreviewReport.FlipSide(
                decision.group().label(),
                decision.classification().detail(),
                decision.classification().naics(),
                decision.classification().support().label(),
                decision.method().label(),
                decision.ruleId(),
                decision.rationale());
    }

    private static List<PreviewReport.Move> moves(Map<IndustrialGroup, Map<IndustrialGroup, int[]>> counted) {
        List<PreviewReport.Move> moves = new ArrayList<>();
        counted.forEach((from, targets) ->
                targets.forEach((to, count) -> moves.add(new PreviewReport.Move(from, to, count[0], count[1]))));
        moves.sort(Comparator.comparingInt((PreviewReport.Move move) -> -move.masters())
                .thenComparing(PreviewReport.Move::from)
                .thenComparing(PreviewReport.Move::to));
        return moves;
    }

    private static PreviewReport.Outcome outcome(ClassifiedBase classified, RuleCatalog rules) {
        Map<IndustrialGroup, Integer> groups = new LinkedHashMap<>();
        rules.groups().inOrder().forEach(entry -> groups.put(entry.group(), 0));
        int conflicts = 0;
        int worklist = 0;
        for (ClassifiedMaster master : classified.masters()) {
            groups.merge(master.decision().group(), 1, Integer::sum);
            conflicts += master.decision().conflict() ? 1 : 0;
            worklist += master.decision().needsReview() ? 1 : 0;
        }
        return new PreviewReport.Outcome(groups.get(IndustrialGroup.UNKNOWN), conflicts, worklist, groups);
    }

    private static List<PreviewReport.Silent> silent(
            RuleCatalog current, ClassifiedBase before, RuleCatalog changed, ClassifiedBase after) {
        Set<String> known = current.places().stream().map(RulePlace::id).collect(Collectors.toSet());
        Map<String, Integer> formerly = before.spoke();
        Set<String> now = after.spoke().keySet();
        List<PreviewReport.Silent> silent = new ArrayList<>();
        for (RulePlace rule : changed.places()) {
            int spokeFor = formerly.getOrDefault(rule.id(), 0);
            boolean fresh = !known.contains(rule.id());
            boolean worthSaying = !rule.term() || fresh || spokeFor > 0;
            if (worthSaying && !now.contains(rule.id())) {
                silent.add(new PreviewReport.Silent(rule, spokeFor, fresh));
            }
        }
        return silent;
    }
}
