package dev.segmentation.dedupe;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says of every key of one master how it came there: the type, the similarity and a sentence. */
final class MergeReasons {
    private final NameParser parser;
    private final List<NameNode> nodes;
    private final Clusterer clusterer;
    private final Map<String, KeyOverride> overrides;
    private final MasterCustomer master;
    private final int representative;

    MergeReasons(
            NameParser parser,
            List<NameNode> nodes,
            Clusterer clusterer,
            Map<String, KeyOverride> overrides,
            MasterCustomer master,
            int representative) {
        this.parser = parser;
        this.nodes = nodes;
        this.clusterer = clusterer;
        this.overrides = overrides;
        this.master = master;
        this.representative = representative;
    }

    DedupeEntry entry(NameNode node, NameNode.NamedCustomer member) {
        ParsedName name = member.name();
        KeyOverride override = overrides.get(member.customer().key());
        boolean manual = override != null && !override.masterName().isBlank();
        boolean chain = !manual && node.chainName() != null;
        List<String> types = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        double similarity = Double.NaN;
        if (manual) {
            types.add("Manual Override");
            sentences.add("ManualOverrides.csv:" + override.line() + " names this master"
                    + (override.notes().isBlank() ? "" : " (" + override.notes() + ")") + ".");
        }
        careOf(name, types, sentences);
        if (chain) {
            types.add("Chain Rule");
            sentences.add("The name begins with the chain " + node.chainName() + ".");
        }
        Clusterer.Edge edge = node.index() == representative ? null : clusterer.edgeOf(node.index());
        if (edge != null && edge.reason() != null) {
            types.add("Merge Override");
            sentences.add(edge.reason() + ".");
        } else if (edge != null) {
            types.add("Fuzzy Merge");
            similarity = edge.score();
            sentences.add(String.format(
                    Locale.ROOT,
                    "Similarity %.3f to %s.",
                    edge.score(),
                    nodes.get(edge.other(node.index())).key()));
        } else if (master.merged() && !manual && !chain) {
            types.add("Merge");
            similarity = 1;
            sentences.add(
                    node.members().size() > 1
                            ? "Same name once legal form, punctuation and abbreviations are set aside: " + node.key()
                                    + "."
                            : "The other names of this master were joined to this one.");
        }
        if (!master.merged() && sentences.isEmpty()) {
            sentences.add("No other key has this name.");
        }
        return assemble(member, manual, chain, types, similarity, sentences);
    }

    private static void careOf(ParsedName name, List<String> types, List<String> sentences) {
        if (name.swapped()) {
            types.add("C/O Swap (Right Side Chain)");
            sentences.add("Only the care-of part names a company.");
        } else if (!name.careOf().isEmpty()) {
            types.add("C/O Strip");
            sentences.add("Care-of part set aside: " + name.careOf() + ".");
        }
    }

    private DedupeEntry assemble(
            NameNode.NamedCustomer member,
            boolean manual,
            boolean chain,
            List<String> types,
            double similarity,
            List<String> sentences) {
        ParsedName name = member.name();
        boolean given = manual || chain;
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
