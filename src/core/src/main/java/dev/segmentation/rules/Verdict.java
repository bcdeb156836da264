package dev.segmentation.rules;

import dev.segmentation.customer.Decision;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A decision and the grounds that it was made on, so that a set of rules that decides alike need not fire again where it finds
 * the same.
 *
 * @param found what the tables said about the names
 * @param fired ids of the rules that fired
 * @param proposing ids of the rules and terms that proposed a group
 * @see RuleCatalog#hasSameRules
 */
public record Verdict(
        List<NameFindings> found,
        List<HumanDecision> human,
        Decision decision,
        Set<String> fired,
        List<String> proposing) {

    /** Hands over the ids of the rules that fired, and of the terms that spoke for a group; some of them twice. */
    public void spoke(Consumer<String> ids) {
        fired.forEach(ids);
        proposing.forEach(ids);
    }

    /** Whether people say the same as they did. */
    public boolean isValidFor(List<HumanDecision> present) {
        boolean same = human.size() == present.size();
        for (int i = 0; same && i < present.size(); i++) {
            same = human.get(i).saysLike(present.get(i));
        }
        return same;
    }

    /** Whether people, and the tables about the same names, say the same as they did. */
    public boolean isValidFor(List<NameFindings> names, List<HumanDecision> present) {
        boolean same = isValidFor(present) && found.size() == names.size();
        for (int i = 0; same && i < names.size(); i++) {
            same = found.get(i).same(names.get(i));
        }
        return same;
    }
}
