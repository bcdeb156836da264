package dev.segmentation.dedupe;

import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list with its names gathered, its pairs scored and its human verdicts found: all that no threshold changes. Made once
 * and used for a result and for questions about it.
 */
public final class Preparation {
    private final LinkRules rules;
    private final NamedCustomers list;
    private final Set<String> notes = new LinkedHashSet<>();
    private final NodeBuilder builder;
    private final Linkage linkage;
    private final List<Merge> merges = new ArrayList<>();
    private final List<int[]> apart = new ArrayList<>();
    private final Map<Integer, String> humanNames = new HashMap<>();

    /** A `merge` verdict: which node is to become part of which, and the sentence that says so. */
    private record Merge(int alias, int target, String name, String reason, String where) {}

    /** Gathers and scores. */
    public Preparation(LinkRules rules, NamedCustomers list) {
        this.rules = rules;
        this.list = list;
        builder = new NodeBuilder(rules.parser(), rules.tables(), list.overrides());
        builder.respect(list.judgements());
        builder.add(list.customers(), list.names());
        nameTargets();
        linkage = Linkage.of(builder.nodes(), rules);
        list.judgements().forEach(this::resolve);
    }

    /** A master that no customer has may be the link between two rows; which row comes first must not matter. */
    private void nameTargets() {
        int before;
        do {
            before = builder.size();
            for (MergeJudgement judgement : list.judgements()) {
                if (judgement.verdict() == MergeJudgement.Verdict.MERGE && builder.find(judgement.alias()) != null) {
                    builder.nodeFor(judgement.master());
                }
            }
        } while (builder.size() > before);
    }

    private void resolve(MergeJudgement judgement) {
        NameNode alias = builder.find(judgement.alias());
        NameNode master = builder.find(judgement.master());
        boolean merge = judgement.verdict() == MergeJudgement.Verdict.MERGE;
        if (alias == null || master == null) {
            String missing = alias == null ? judgement.alias() : judgement.master();
            notes.add(judgement.where() + ": "
                    + (builder.renamed(missing)
                            ? "ManualOverrides.csv gives all customers named " + missing + " other names"
                            : "no customer is named " + missing)
                    + ", so this row has no effect.");
        } else if (alias != master && merge) {
            merges.add(new Merge(
                    alias.index(), master.index(), judgement.master(), sentence(judgement), judgement.where()));
        } else if (alias != master) {
            apart.add(new int[] {alias.index(), master.index()});
        } else if (!merge) {
            notes.add(judgement.where() + ": " + judgement.alias() + " and " + judgement.master()
                    + " are one name once legal form, punctuation and abbreviations are set aside. Give their keys master"
                    + " names in ManualOverrides.csv to keep them apart.");
        }
    }

    private static String sentence(MergeJudgement judgement) {
        return judgement.where() + " joins " + judgement.alias() + " to " + judgement.master()
                + (judgement.owner().isBlank() ? "" : ", decided by " + judgement.owner())
                + (judgement.reason().isBlank() ? "" : ": " + judgement.reason());
    }

    /** Lays the verdicts down before any score. Where people roll A up into B and B into C, C names all three. */
    private void apply(Clusterer clusterer) {
        apart.forEach(pair -> clusterer.never(pair[0], pair[1]));
        Set<Integer> aliases = new HashSet<>();
        for (Merge merge : merges) {
            if (clusterer.must(merge.alias(), merge.target(), merge.reason())) {
                humanNames.put(merge.target(), merge.name());
                aliases.add(merge.alias());
            } else {
                notes.add(merge.where() + ": not applied, since a `never` verdict keeps the two apart.");
            }
        }
        humanNames.keySet().removeAll(aliases);
    }

    /** Clusters by the verdicts of people first, then by similarity from that threshold on. */
    Clusterer cluster(double mergeThreshold, double cohesion) {
        Clusterer clusterer = new Clusterer(linkage, cohesion);
        apply(clusterer);
        clusterer.join(mergeThreshold);
        return clusterer;
    }

    LinkRules rules() {
        return rules;
    }

    NamedCustomers list() {
        return list;
    }

    Linkage linkage() {
        return linkage;
    }

    NodeBuilder builder() {
        return builder;
    }

    /** The master names that people gave, by node; known once clusters were made. */
    Map<Integer, String> humanNames() {
        return humanNames;
    }

    /** What a person should know of the verdicts, each once. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
