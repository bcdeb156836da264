package dev.segmentation.run;

import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.rules.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All masters of a base, classified by one set of rules. Never changes. */
public final class ClassifiedBase {
    private final RuleCatalog catalog;
    private final List<ClassifiedMaster> masters;
    private final List<Verdict> verdicts;

    ClassifiedBase(RuleCatalog catalog, List<ClassifiedMaster> masters, List<Verdict> verdicts) {
        this.catalog = catalog;
        this.masters = masters;
        this.verdicts = verdicts;
    }

    /** The rules that it was classified by. */
    RuleCatalog catalog() {
        return catalog;
    }

    /** The masters, in order of their canonical names. */
    public List<ClassifiedMaster> masters() {
        return masters;
    }

    /** What was decided about the master at that place, and why. */
    Verdict verdict(int place) {
        return verdicts.get(place);
    }

    /** For how many masters each rule, term and kind of register proposed a group, by id. */
    public Map<String, Integer> spoke() {
        Map<String, Integer> spoke = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (Verdict verdict : verdicts) {
            counted.clear();
            verdict.spoke(id -> {
                if (counted.add(id)) {
                    spoke.merge(id, 1, Integer::sum);
                }
            });
        }
        return spoke;
    }
}
