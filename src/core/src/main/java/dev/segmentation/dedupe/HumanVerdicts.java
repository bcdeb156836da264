package dev.segmentation.dedupe;

import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What people said of pairs of names, brought to the names of this list. */
final class HumanVerdicts {

    private final List<MergeJudgement> judgements;
    private final Consumer<String> notes;
    private final List<Merge> merges = new ArrayList<>();
    private final List<int[]> apart = new ArrayList<>();
    private final Map<Integer, String> names = new HashMap<>();

    /** A `merge` verdict: which node is to become part of which, and the sentence that says so. */
    private record Merge(int alias, int target, String name, String reason, String where) {}

    HumanVerdicts(List<MergeJudgement> judgements, Consumer<String> notes) {
        this.judgements = judgements;
        this.notes = notes;
    }

    /** A master that no customer bears may be the link between two rows; which row comes first must not matter. */
    void nameTargets(NodeBuilder builder) {
        int before;
        do {
            before = builder.size();
            for (MergeJudgement judgement : judgements) {
                if (judgement.verdict() == MergeJudgement.Verdict.MERGE && builder.find(judgement.alias()) != null) {
                    builder.nodeFor(judgement.master());
                }
            }
        } while (builder.size() > before);
    }

    /** Finds the names that were judged; the nodes must have their final indexes. */
    void resolve(NodeBuilder builder) {
        judgements.forEach(judgement -> resolve(judgement, builder));
    }

    private void resolve(MergeJudgement judgement, NodeBuilder builder) {
        NameNode alias = builder.find(judgement.alias());
        NameNode master = builder.find(judgement.master());
        boolean merge = judgement.verdict() == MergeJudgement.Verdict.MERGE;
        if (alias == null || master == null) {
            String missing = alias == null ? judgement.alias() : judgement.master();
            notes.accept(judgement.where() + ": "
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
            notes.accept(judgement.where() + ": " + judgement.alias() + " and " + judgement.master()
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
    void apply(Clusterer clusterer) {
        apart.forEach(pair -> clusterer.never(pair[0], pair[1]));
        Set<Integer> aliases = new HashSet<>();
        for (Merge merge : merges) {
            if (clusterer.must(merge.alias(), merge.target(), merge.reason())) {
                names.put(merge.target(), merge.name());
                aliases.add(merge.alias());
            } else {
                notes.accept(merge.where() + ": not applied, since a `never` verdict keeps the two apart.");
            }
        }
        names.keySet().removeAll(aliases);
    }

    /** The master names that people gave, by node. */
    Map<Integer, String> names() {
        return names;
    }
}
