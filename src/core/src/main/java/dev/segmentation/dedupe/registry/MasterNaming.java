package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.name.DisplayName;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names the clusters. The representative is what people say, else the chain, else the name that most keys carry, then
 * the longest, then the first in the alphabet. Its cleaned core in capitals is the canonical name.
 */
public final class MasterNaming {
    private final NameParser parser;
    private final DisplayName display;
    private final Map<Integer, String> humanNames;

    /** Names by these tables; {@code humanNames} are the master names that people gave, by node. */
    public MasterNaming(NameParser parser, NameTables tables, Map<Integer, String> humanNames) {
        this.parser = parser;
        this.display = tables.display();
        this.humanNames = humanNames;
    }

    /** The cluster of these names, with what it would be called if it were new. */
    public Cluster propose(List<NameNode> cluster) {
        String given = first(cluster, NameNode::manualName)
                .or(() -> first(cluster, node -> humanNames.get(node.index())))
                .or(() -> first(cluster, NameNode::chainName))
                .orElse(null);
        if (given != null) {
            String canonical = core(parser.parse(given), given);
            boolean asWritten = !given.equals(given.toUpperCase(Locale.ROOT))
                    || cluster.stream().anyMatch(node -> given.equals(node.chainName()));
            return new Cluster(cluster, "", canonical, asWritten ? given : shown(canonical), true, -1);
        }
        NameNode first = cluster.get(0);
        if (cluster.size() == 1 && first.key().startsWith(NodeBuilder.NAMELESS)) {
            return new Cluster(cluster, "", first.key(), first.key(), false, first.index());
        }
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> owner = new HashMap<>();
        for (NameNode node : cluster) {
            for (NameNode.NamedCustomer member : node.members()) {
                String name = core(member.name(), member.customer().name());
                keys.merge(name, 1, Integer::sum);
                owner.putIfAbsent(name, node.index());
            }
        }
        String best = keys.keySet().stream()
                .min(Comparator.comparing((String name) -> -keys.get(name))
                        .thenComparing(name -> -name.length())
                        .thenComparing(name -> name))
                .orElseThrow();
        return new Cluster(cluster, "", best, shown(best), false, owner.get(best));
    }

    private static Optional<String> first(List<NameNode> cluster, Function<NameNode, String> name) {
        return cluster.stream().map(name).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    private static String core(ParsedName name, String text) {
        return name.empty() ? text.strip().toUpperCase(Locale.ROOT) : name.canonical();
    }

    String shown(String canonical) {
        return display.of(canonical);
    }
}
