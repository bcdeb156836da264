package dev.segmentation.compare;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.rules.engine.RulePlace;
import java.util.List;
import java.util.Map;

/**
 * What another rule set would change for the masters of the last run.
 *
 * @param current how much the rules in use know
 * @param changed how much the other rules know
 * @param masters masters classified, by both
 * @param moves how many masters would go from which group to which, most first
 * @param flips masters that would get another group, those with most customer keys first
 * @param refined masters that would keep their group and get another detail, NAICS, support category or method
 * @param conflicts masters whose decision would be a conflict and is none now
 * @param silent rules that would speak for no master, terms that are new and speak for none, and what falls silent
 */
public record PreviewReport(
        String current,
        String changed,
        int masters,
        Outcome before,
        Outcome after,
        List<Move> moves,
        List<Flip> flips,
        List<Flip> refined,
        List<Flip> conflicts,
        List<Silent> silent,
        List<String> notes) {
    /** Copies the remarks. */
    public PreviewReport {
        notes = List.copyOf(notes);
    }

    /** The outcome by one rule set: how many masters it leaves open, and masters by group in order of precedence. */
    public record Outcome(int unknown, int conflicts, int worklist, Map<IndustrialGroup, Integer> groups) {}

    /** Masters that would go from one group to another, and their customer keys. */
    public record Move(IndustrialGroup from, IndustrialGroup to, int masters, int keys) {}

    /** A master whose decision would change. */
    public record Flip(String master, String canonical, String masterId, int keys, FlipSide before, FlipSide after) {}

    /** A decision, in words. */
    public record FlipSide(
            String group,
            String detail,
            String naics,
            String support,
            String method,
            String ruleId,
            String rationale) {}

    /** A rule or term of the other rule set that speaks for no master, and for how many by the rules in use. */
    public record Silent(RulePlace rule, int spokeFor, boolean fresh) {}

    /** The report with so many entries at most in each list of masters, rules and remarks. */
    public PreviewReport first(int most) {
        return new PreviewReport(
                current,
                changed,
                masters,
                before,
                after,
                moves,
                first(flips, most),
                first(refined, most),
                first(conflicts, most),
                first(silent, most),
                first(notes, most));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Whether nothing would change for any master. */
    public boolean unchanged() {
        return flips.isEmpty() && refined.isEmpty() && conflicts.isEmpty();
    }
}
