package dev.segmentation.dedupe;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.MatchModel;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.PairExplanation;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says of every key how it came to its master: the type, the similarity, and a sentence with the pair of names that
 * brought it in, the parts of their score, and how to undo it.
 */
final class MergeReasons {
    private final NameParser parser;
    private final Linkage linkage;
    private final Clusterer clusterer;
    private final Map<String, KeyOverride> overrides;
    private final PairExplanation explanation;

    MergeReasons(NameParser parser, Linkage linkage, Clusterer clusterer, Map<String, KeyOverride> overrides) {
        this.parser = parser;
        this.linkage = linkage;
        this.clusterer = clusterer;
        this.overrides = overrides;
        this.explanation = new PairExplanation(linkage);
    }

    /** What is said of one key. */
    private static final class Account {
        private final List<String> types = new ArrayList<>(2);
        private final StringBuilder reason = new StringBuilder();
        private double similarity = Double.NaN;

        void type(String type) {
            types.add(type);
        }

        void say(String sentence) {
            reason.append(reason.length() == 0 ? "" : " ").append(sentence);
        }
    }

    /**
     * Puts the entries of all customers with that name in their places.
     *
     * @param representative index of the node that names the master, -1 if people or a chain do
     * @param entries by place of the customer in the list
     */
    void entries(NameNode node, MasterCustomer master, int representative, DedupeEntry[] entries) {
        Account similar = new Account();
        similarity(node, representative, similar);
        for (NameNode.NamedCustomer member : node.members()) {
            entries[member.place()] = entry(node, member, master, similar);
        }
    }

    private DedupeEntry entry(NameNode node, NameNode.NamedCustomer member, MasterCustomer master, Account similar) {
        ParsedName name = member.name();
        KeyOverride override = overrides.get(member.customer().key());
        boolean manual = override != null && !override.masterName().isBlank();
        boolean chain = !manual && node.chainName() != null;
        Account account = new Account();
        if (manual) {
            account.type("Manual Override");
            account.say("ManualOverrides.csv:" + override.line() + " names this master"
                    + (override.notes().isBlank() ? "" : " (" + override.notes() + ")") + ".");
        }
        careOf(name, account);
        if (chain) {
            account.type("Chain Rule");
            account.say("The name begins with the chain " + node.chainName() + "."
                    + (name.key().equals(node.key())
                            ? ""
                            : " To undo, add this row to MasterMergeOverrides.csv: " + name.key() + "," + node.key()
                                    + ",never"));
        }
        if (!similar.types.isEmpty()) {
            account.types.addAll(similar.types);
            account.say(similar.reason.toString());
            account.similarity = similar.similarity;
        } else if (master.merged() && !manual && !chain) {
            account.type("Merge");
            account.similarity = 1;
            account.say(
                    node.members().size() > 1
                            ? "Same name once legal form, punctuation and abbreviations are set aside: " + node.key()
                                    + ". To part these keys, name their masters in ManualOverrides.csv."
                            : "The other names of this master were joined to this one.");
        }
        if (!master.merged() && account.reason.length() == 0) {
            account.say("No other key has this name.");
        }
        return assemble(member, master, manual || chain, manual, account);
    }

    /** Why the name itself, whoever has it, belongs to its master. */
    private void similarity(NameNode node, int representative, Account account) {
        String verdict = clusterer.verdict(node.index());
        int pair = clusterer.broughtIn(node.index());
        if (node.index() == representative) {
            return;
        }
        if (verdict != null) {
            account.type("Merge Override");
            account.say(verdict + ".");
        } else if (pair != Clusterer.NONE) {
            account.type("Fuzzy Merge");
            account.similarity = linkage.probability(pair);
            int left = linkage.pairs().left(pair);
            int right = linkage.pairs().right(pair);
            int other = linkage.names().owner(left) == node.index() ? right : left;
            int own = other == right ? left : right;
            String target = representative < 0
                    ? linkage.nodes().get(linkage.names().owner(other)).key()
                    : linkage.nodes().get(representative).key();
            account.say("Similarity " + MatchModel.text(account.similarity) + " to "
                    + linkage.nodes().get(linkage.names().owner(other)).key() + ": " + explanation.words(own, other)
                    + ". " + explanation.parts(own, other) + ". To undo, add this row to MasterMergeOverrides.csv: "
                    + node.key() + "," + target + ",never");
        }
    }

    private static void careOf(ParsedName name, Account account) {
        if (name.swapped()) {
            account.type("C/O Swap (Right Side Chain)");
            account.say("Only the care-of part names a company.");
        } else if (!name.careOf().isEmpty()) {
            account.type("C/O Strip");
            account.say("Care-of part set aside: " + name.careOf() + ".");
        }
    }

    private DedupeEntry assemble(
            NameNode.NamedCustomer member, MasterCustomer master, boolean given, boolean manual, Account account) {
        ParsedName name = member.name();
        return new DedupeEntry(
                member.customer(),
                name,
                master,
                given ? master.name() : name.evidenceText(),
                given ? parser.parse(master.name()) : name,
                manual ? "(Override)" : name.canonical(),
                String.join(", ", account.types),
                account.similarity,
                account.reason.toString());
    }
}
