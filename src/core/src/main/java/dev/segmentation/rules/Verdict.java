package dev.segmentation.rules;

import dev.segmentation.customer.Decision;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A decision and the grounds that it was made on, so that a set of rules that decides alike need not fire again where it finds
 * the same.
 *
 * @see RuleCatalog#decidesLike
 */
public final class Verdict {
    private final List<NameFindings> found;
    private final List<HumanDecision> human;
    private final Decision decision;
    private final Set<String> fired;
    private final List<String> proposing;

    public Verdict(
            List<NameFindings> found,
            List<HumanDecision> human,
            Decision decision,
            Set<String> fired,
            List<String> proposing) {
        this.found = found;
        this.human = human;
        this.decision = decision;
        this.fired = fired;
        this.proposing = proposing;
    }

    /** What was decided. */
    public Decision decision() {
        return decision;
    }

    /** Hands over the ids of the rules that fired, and of the terms that spoke for a group; some of them twice. */
    public void spoke(Consumer<String> ids) {
        fired.forEach(ids);
        proposing.forEach(ids);
    }

    /** Whether people say the same as they did. */
    public boolean standsBy(List<HumanDecision> present) {
        boolean same = human.size() == present.size();
        for (int i = 0; same && i < present.size(); i++) {
            same = human.get(i).saysLike(present.get(i));
        }
        return same;
    }

    /** What the tables said about the names. */
    public List<NameFindings> found() {
        return found;
    }

    /** Ids of the rules that fired. */
    public Set<String> fired() {
        return fired;
    }

    /** Whether the tables say the same as they did about the same names. */
    public boolean standsOn(List<NameFindings> present) {
        boolean same = found.size() == present.size();
        for (int i = 0; same && i < present.size(); i++) {
            same = found.get(i).same(present.get(i));
        }
        return same;
    }
}
