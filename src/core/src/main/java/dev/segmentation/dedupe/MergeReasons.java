package dev.segmentation.dedupe;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says of every key how it came to its master: the type, the similarity, and a sentence with the pair of names that
 * brought it in, the parts of their score, and how to undo it. One thread needs one of these.
 */
final class MergeReasons {
    private final NameParser parser;
    private final Linkage linkage;
    private final Clusterer clusterer;
    private final Map<String, KeyOverride> overrides;
    private final PairScorer scorer;

    /** What is said of the customer in hand. */
    private final List<String> types = new ArrayList<>();

    private final List<String> sentences = new ArrayList<>();
    private double similarity;

    MergeReasons(NameParser parser, Linkage linkage, Clusterer clusterer, Map<String, KeyOverride> overrides) {
        this.parser = parser;
        this.linkage = linkage;
        this.clusterer = clusterer;
        this.overrides = overrides;
        this.scorer = linkage.scorer();
    }

    /**
     * Puts the entries of all customers with that name in their places.
     *
     * @param representative index of the node that names the master, -1 if people or a chain do
     * @param entries by place of the customer in the list
     */
    void entries(NameNode node, MasterCustomer master, int representative, DedupeEntry[] entries) {
        int pair = clusterer.broughtIn(node.index());
        String verdict = clusterer.verdict(node.index());
        String brought = null;
        if (node.index() != representative && verdict != null) {
            brought = verdict + ".";
        } else if (node.index() != representative && pair != Clusterer.NONE) {
            brought = similar(node, pair, representative);
        }
        for (NameNode.NamedCustomer member : node.members()) {
            types.clear();
            sentences.clear();
            similarity = Double.NaN;
            KeyOverride override = overrides.get(member.customer().key());
            boolean manual = override != null && !override.masterName().isBlank();
            boolean chain = !manual && node.chainName() != null;
            if (manual) {
                say(
                        "Manual Override",
                        "ManualOverrides.csv:" + override.line() + " names this master"
                                + (override.notes().isBlank() ? "" : " (" + override.notes() + ")") + ".");
            }
            careOf(member.name());
            if (chain) {
                chain(node, member.name());
            }
            if (brought != null) {
                say(verdict != null ? "Merge Override" : "Fuzzy Merge", brought);
                similarity = verdict != null ? Double.NaN : linkage.probability(pair);
            } else if (master.merged() && !manual && !chain) {
                sameKey(node);
            }
            if (!master.merged() && sentences.isEmpty()) {
                sentences.add("No other key has this name.");
            }
            entries[member.place()] = entry(member, master, manual || chain, manual);
        }
    }

    private void say(String type, String sentence) {
        types.add(type);
        sentences.add(sentence);
    }

    private String similar(NameNode node, int pair, int representative) {
        boolean first = linkage.left(pair) == node.index();
        int own = first ? linkage.leftEntry(pair) : linkage.rightEntry(pair);
        int other = first ? linkage.rightEntry(pair) : linkage.leftEntry(pair);
        int otherNode = first ? linkage.right(pair) : linkage.left(pair);
        int target = representative < 0 ? otherNode : representative;
        return "Similarity " + PairScorer.text(linkage.probability(pair)) + " to "
                + linkage.nodes().get(otherNode).key() + ": " + scorer.words(own, other)
                + ". " + scorer.parts(own, other, linkage.shift())
                + ". To undo, add this row to MasterMergeOverrides.csv: "
                + node.key() + "," + linkage.nodes().get(target).key() + ",never";
    }

    private void careOf(ParsedName name) {
        if (name.swapped()) {
            say("C/O Swap (Right Side Chain)", "Only the care-of part names a company.");
        } else if (!name.careOf().isEmpty()) {
            say("C/O Strip", "Care-of part set aside: " + name.careOf() + ".");
        }
    }

    private void chain(NameNode node, ParsedName name) {
        String undo = " To undo, add this row to MasterMergeOverrides.csv: " + name.key() + "," + node.key() + ",never";
        say(
                "Chain Rule",
                "The name begins with the chain " + node.chainName() + "."
                        + (name.key().equals(node.key()) ? "" : undo));
    }

    private void sameKey(NameNode node) {
        similarity = 1;
        say(
                "Merge",
                node.members().size() > 1
                        ? "Same name once legal form, punctuation and abbreviations are set aside: " + node.key()
                                + ". To part these keys, name their masters in ManualOverrides.csv."
                        : "The other names of this master were joined to this one.");
    }

    private DedupeEntry entry(NameNode.NamedCustomer member, MasterCustomer master, boolean given, boolean manual) {
        ParsedName name = member.name();
        return new DedupeEntry(
                member.customer(),
                name,
                master,
                given ? master.name() : name.evidenceText(),
                given ? parser.parse(master.name()) : name,
                manual ? "(Override)" : name.canonical(),
                String.join(", ", types),
                similarity,
                String.join(" ", sentences));
    }
}
