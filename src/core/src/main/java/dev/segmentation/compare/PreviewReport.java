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
 * @param before the outcome by the rules in use
 * @param after the outcome by the other rules
 * @param moves how many masters would go from which group to which, most first
 * @param flips masters that would get another group, those with most customer keys first
 * @param refined masters that would keep their group and get another detail, NAICS, support category or method
 * @param conflicts masters whose decision would be a conflict and is none now
 * @param silent rules that would speak for no master, terms that are new and speak for none, and what falls silent
 * @param notes remarks
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

    /** Copies the lists. */
    public PreviewReport {
        moves = List.copyOf(moves);
        flips = List.copyOf(flips);
        refined = List.copyOf(refined);
        conflicts = List.copyOf(conflicts);
        silent = List.copyOf(silent);
        notes = List.copyOf(notes);
    }

    /**
     * The outcome by one rule set.
     *
     * @param unknown masters that no rule and no person places
     * @param conflicts masters in conflict
     * @param worklist masters that people should look at
     * @param groups masters by group, in order of precedence
     */
    public record Outcome(int unknown, int conflicts, int worklist, Map<IndustrialGroup, Integer> groups) {}

    /**
     * Masters that would go from one group to another.
     *
     * @param from the group now
     * @param to the group then
     * @param masters how many
     * @param keys their customer keys
     */
    public record Move(IndustrialGroup from, IndustrialGroup to, int masters, int keys) {}

    /**
     * A master whose decision would change.
     *
     * @param master name to show
     * @param canonical canonical name
     * @param masterId id
     * @param keys its customer keys
     * @param before the decision by the rules in use
     * @param after the decision by the other rules
     */
    public record Flip(String master, String canonical, String masterId, int keys, FlipSide before, FlipSide after) {}

    /**
     * A decision, in words.
     *
     * @param group industrial group
     * @param detail industry in words
     * @param naics NAICS code
     * @param support support category, blank if none
     * @param method how it was decided
     * @param ruleId what decided
     * @param rationale why
     */
    public record FlipSide(
            String group,
            String detail,
            String naics,
            String support,
            String method,
            String ruleId,
            String rationale) {}

    /**
     * A rule or term of the other rule set that speaks for no master.
     *
     * @param rule it, and where it stands
     * @param spokeFor for how many masters it speaks by the rules in use
     * @param fresh whether the rules in use do not have it
     */
    public record Silent(RulePlace rule, int spokeFor, boolean fresh) {}

    /** Whether nothing would change for any master. */
    public boolean unchanged() {
        return flips.isEmpty() && refined.isEmpty() && conflicts.isEmpty();
    }
}
