package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.name.DisplayName;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names the clusters. The representative is what people say, else the chain, else the name that most keys carry, then
 * the longest, then the first in the alphabet. Its cleaned core in capitals is the canonical name.
 */
public final class MasterNaming {
    private final NameParser parser;
    private final DisplayName display;
    private final Map<Integer, String> humanNames;

    /**
     * A cluster's name.
     *
     * @param canonical unique and in capitals
     * @param shown as people read it
     * @param id stable id
     * @param representative index of the node it comes from, -1 if people named it
     */
    public record Naming(String canonical, String shown, String id, int representative) {}

    /**
     * What a cluster would be called if it were new.
     *
     * @param canonical in capitals, perhaps not unique
     * @param shown as people or a chain write it, else derived from the canonical name
     * @param given whether people or a chain named it
     * @param representative index of the node it comes from, -1 if people or a chain named it
     */
    public record Proposal(String canonical, String shown, boolean given, int representative) {}

    public MasterNaming(NameParser parser, NameTables tables, Map<Integer, String> humanNames) {
        this.parser = parser;
        this.display = tables.display();
        this.humanNames = humanNames;
    }

    public Proposal propose(List<NameNode> cluster) {
        String given = given(cluster);
        if (given != null) {
            boolean capitals = given.equals(given.toUpperCase(Locale.ROOT));
            boolean asWritten = !capitals || cluster.stream().anyMatch(node -> given.equals(node.chainName()));
            String canonical = canonical(given);
            return new Proposal(canonical, asWritten ? given : shown(canonical), true, -1);
        }
        NameNode first = cluster.get(0);
        if (cluster.size() == 1 && first.key().startsWith(NodeBuilder.NAMELESS)) {
            return new Proposal(first.key(), first.key(), false, first.index());
        }
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> owner = new HashMap<>();
        for (NameNode node : cluster) {
            for (NameNode.NamedCustomer member : node.members()) {
                String name = shownCore(member);
                keys.merge(name, 1, Integer::sum);
                owner.putIfAbsent(name, node.index());
            }
        }
        String best = keys.keySet().stream()
                .min(Comparator.comparing((String name) -> -keys.get(name))
                        .thenComparing(name -> -name.length())
                        .thenComparing(name -> name))
                .orElseThrow();
        return new Proposal(best, shown(best), false, owner.get(best));
    }

    private static String shownCore(NameNode.NamedCustomer member) {
        String core = member.name().canonical();
        return core.isEmpty() ? member.customer().name().strip().toUpperCase(Locale.ROOT) : core;
    }

    private String given(List<NameNode> cluster) {
        return first(cluster, NameNode::manualName)
                .or(() -> first(cluster, node -> humanNames.get(node.index())))
                .or(() -> first(cluster, NameNode::chainName))
                .orElse(null);
    }

    private static java.util.Optional<String> first(
            List<NameNode> cluster, java.util.function.Function<NameNode, String> name) {
        return cluster.stream().map(name).filter(n -> n != null).min(Comparator.naturalOrder());
    }

    private String canonical(String given) {
        String core = parser.parse(given).canonical();
        return core.isEmpty() ? given.strip().toUpperCase(Locale.ROOT) : core;
    }

    /** The name to show for a canonical name. */
    String shown(String canonical) {
        return display.of(canonical);
    }
}
