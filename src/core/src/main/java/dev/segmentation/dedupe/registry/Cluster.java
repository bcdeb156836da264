package dev.segmentation.dedupe.registry;

import dev.segmentation.customer.Customer;
import dev.segmentation.dedupe.linkage.NameNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names that are one company, and what it is called, or would be called if it were new.
 *
 * @param nodes the names, in order of their index; at least one has a customer
 * @param id stable id, blank as long as the name is only proposed
 * @param canonical the name in capitals; unique when the cluster has its id
 * @param shown as people read it
 * @param given whether people or a chain named it
 * @param representative index of the node it comes from, -1 if people or a chain named it
 */
public record Cluster(
        List<NameNode> nodes, String id, String canonical, String shown, boolean given, int representative) {
    Cluster named(String newId, String newCanonical, String newShown, int newRepresentative) {
        return new Cluster(nodes, newId, newCanonical, newShown, given, newRepresentative);
    }

    /** All customers of its names, in the order of their list. */
    public List<Customer> customers() {
        Stream<NameNode.NamedCustomer> members = nodes.stream().flatMap(node -> node.members().stream());
        return (nodes.size() == 1 ? members : members.sorted(Comparator.comparingInt(NameNode.NamedCustomer::place)))
                .map(NameNode.NamedCustomer::customer)
                .toList();
    }

    List<String> keys() {
        return nodes.stream()
                .filter(node -> !node.members().isEmpty())
                .map(NameNode::key)
                .sorted()
                .toList();
    }
}
