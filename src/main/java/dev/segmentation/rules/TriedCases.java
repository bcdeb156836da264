package dev.segmentation.rules;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What came of the cases when a rule set was tried. An edit of a term table changes what is found in few names; where the same
 * is found and the rules are the same, the same is decided, so the next set need not fire its rules for that name again.
 */
final class TriedCases {
    private final Map<String, Tried> byName = new ConcurrentHashMap<>();

    /**
     * A name that was tried.
     *
     * @param evidence the name, understood
     * @param found all that was found in it
     * @param decision what was decided
     * @param fired ids of the rules that fired
     */
    record Tried(NameEvidence evidence, List<Object> found, Decision decision, Set<String> fired) {}

    /** What came of a name by the former rules, {@code null} if it was not tried. */
    Tried find(String name) {
        return byName.get(name);
    }

    void put(String name, Tried tried) {
        byName.put(name, tried);
    }
}
