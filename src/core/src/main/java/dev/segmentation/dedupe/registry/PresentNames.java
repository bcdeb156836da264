package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which cluster of this run has which name. */
final class PresentNames {
    private final List<Cluster> clusters;
    private final Map<String, List<Holders>> moved = new HashMap<>();
    private Map<String, Holders> byKey;
    private Map<String, Holders> byCanonical;
    private final UnaryOperator<String> keyOf;

    /**
     * Customers of one cluster who have one name.
     *
     * @param key the name's key
     * @param cluster index of the cluster
     * @param customers how many
     * @param node index of their node
     */
    record Holders(String key, int cluster, int customers, int node) {}

    /**
     * The names of these clusters. They are looked at when the first is asked for: a first run asks for none.
     *
     * @param keyOf the key that a customer of that name would have by the present rules
     */
    PresentNames(List<Cluster> clusters, UnaryOperator<String> keyOf) {
        this.clusters = clusters;
        this.keyOf = keyOf;
    }

    private synchronized Map<String, Holders> byKey() {
        if (byKey == null) {
            byKey = new HashMap<>(clusters.size() * 2);
            gather();
        }
        return byKey;
    }

    private void gather() {
        for (int i = 0; i < clusters.size(); i++) {
            for (NameNode node : clusters.get(i).nodes()) {
                int members = node.members().size();
                if (members > 0) {
                    byKey.put(node.key(), new Holders(node.key(), i, members, node.index()));
                    addMoved(node, i);
                }
            }
        }
    }

    /** Customers that people or a chain put under another name than their own. */
    private void addMoved(NameNode node, int cluster) {
        if (node.manualName() == null && node.chainName() == null) {
            return;
        }
        Map<String, Integer> own = new HashMap<>();
        for (NameNode.NamedCustomer member : node.members()) {
            String key = NodeBuilder.ownKey(member.customer(), member.name());
            if (!key.equals(node.key())) {
                own.merge(key, 1, Integer::sum);
            }
        }
        own.forEach((key, count) -> moved.computeIfAbsent(key, k -> new ArrayList<>(1))
                .add(new Holders(key, cluster, count, node.index())));
    }

    Holders exactly(String key) {
        return byKey().get(key);
    }

    /** Who has that name as their own, though people or a chain put them under another. */
    List<Holders> moved(String key) {
        byKey();
        return moved.getOrDefault(key, List.of());
    }

    /** Who has that name, or has it as their own, or has what it reads as today; empty if nobody. */
    List<Holders> traces(String key) {
        Holders exact = byKey().get(key);
        if (exact != null) {
            return List.of(exact);
        }
        List<Holders> own = moved(key);
        return own.isEmpty() ? today(key) : own;
    }

    /** The cluster that would have that canonical name, or has it in another spelling than those that nobody has. */
    List<Holders> ofCanonical(String canonical, List<String> unused) {
        Holders same = byCanonical().get(canonical);
        if (same != null) {
            return List.of(same);
        }
        return unused.contains(canonical) ? List.of() : today(canonical);
    }

    /** Few runs ask for it. */
    private synchronized Map<String, Holders> byCanonical() {
        if (byCanonical == null) {
            byCanonical = new HashMap<>(clusters.size() * 2);
            for (int i = 0; i < clusters.size(); i++) {
                String canonical = clusters.get(i).canonical();
                int customers = clusters.get(i).nodes().stream()
                        .mapToInt(node -> node.members().size())
                        .sum();
                byCanonical.putIfAbsent(canonical, new Holders(canonical, i, customers, -1));
            }
        }
        return byCanonical;
    }

    private List<Holders> today(String name) {
        Holders today = NodeBuilder.alone(name) ? null : byKey().get(keyOf.apply(name));
        return today == null ? List.of() : List.of(today);
    }

    /** Who has a canonical name in any spelling, {@code null} if nobody. */
    Holders spelling(String canonical) {
        Holders exact = byKey().get(canonical);
        List<Holders> today = exact == null ? today(canonical) : List.of(exact);
        return today.isEmpty() ? null : today.get(0);
    }

    String keyOf(String name) {
        return NodeBuilder.alone(name) ? name : keyOf.apply(name);
    }
}
