package dev.segmentation.run;

import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.Ranking;
import dev.segmentation.output.Worklist;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.RuleCatalog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** All masters of a base, classified by one set of rules. Never changes. */
public final class ClassifiedBase {
    /** What a run has that classifies nothing. */
    static final ClassifiedBase NONE = new ClassifiedBase(null, List.of(), List.of(), new Ranking(List.of()));

    private final RuleCatalog catalog;
    private final List<ClassifiedMaster> masters;
    private final List<Verdict> verdicts;
    private final Ranking ranking;

    ClassifiedBase(RuleCatalog catalog, List<ClassifiedMaster> masters, List<Verdict> verdicts, Ranking ranking) {
        this.catalog = catalog;
        this.masters = masters;
        this.verdicts = verdicts;
        this.ranking = ranking;
    }

    /** The rules that it was classified by. */
    RuleCatalog catalog() {
        return catalog;
    }

    /** The masters, in order of their canonical names. */
    public List<ClassifiedMaster> masters() {
        return masters;
    }

    /** Those that people should look at, the most valuable first. */
    public List<Worklist.Item> worklist() {
        return IntStream.of(ranking.order())
                .filter(place -> masters.get(place).decision().needsReview())
                .mapToObj(place -> new Worklist.Item(masters.get(place), ranking.latestBilling(place)))
                .toList();
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
