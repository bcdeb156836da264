package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import java.util.List;

/**
 * Names that are one company, and what it would be called if it were new.
 *
 * @param nodes the names, in order of their index; at least one has a customer
 * @param canonical the name in capitals, perhaps not unique
 * @param shown as people or a chain write it, else derived from the canonical name
 * @param given whether people or a chain named it
 * @param representative index of the node it comes from, -1 if people or a chain named it
 */
public record Cluster(List<NameNode> nodes, String canonical, String shown, boolean given, int representative) {
    /** Keys of the names that customers have. */
    List<String> keys() {
        return nodes.stream()
                .filter(node -> !node.members().isEmpty())
                .map(NameNode::key)
                .sorted()
                .toList();
    }
}
