package dev.segmentation.rules.engine;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What came of the cases when a rule set was tried: an edit of a term table changes what is found in few of their names. */
public final class TriedCases {
    private final Map<String, Tried> byName = new ConcurrentHashMap<>();

    /**
     * A name that was tried.
     *
     * @param evidence the name, understood
     * @param verdict what was decided
     */
    public record Tried(NameEvidence evidence, Verdict verdict) {}

    /** What came of a name by the former rules, {@code null} if it was not tried. */
    public Tried find(String name) {
        return byName.get(name);
    }

    public void put(String name, Tried tried) {
        byName.put(name, tried);
    }
}
