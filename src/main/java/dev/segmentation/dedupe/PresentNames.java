package dev.segmentation.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which cluster of this run bears which name. */
final class PresentNames {
    private final Map<String, Bearers> byKey = new HashMap<>();
    private final Map<String, List<Bearers>> moved = new HashMap<>();
    private final Map<String, Bearers> byCanonical = new HashMap<>();
    private final UnaryOperator<String> keyOf;

    /**
     * Customers of one cluster who bear one name.
     *
     * @param key the name's key
     * @param cluster index of the cluster
     * @param customers how many
     * @param node index of their node
     */
    record Bearers(String key, int cluster, int customers, int node) {}

    /**
     * Looks at all clusters.
     *
     * @param keyOf the key that a customer of that name would have by the present rules
     */
    PresentNames(List<Cluster> clusters, UnaryOperator<String> keyOf) {
        this.keyOf = keyOf;
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            int customers = 0;
            for (NameNode node : cluster.nodes()) {
                int members = node.members().size();
                customers += members;
                if (members > 0) {
                    byKey.put(node.key(), new Bearers(node.key(), i, members, node.index()));
                    addMoved(node, i);
                }
            }
            String canonical = cluster.proposal().canonical();
            byCanonical.putIfAbsent(canonical, new Bearers(canonical, i, customers, -1));
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
                .add(new Bearers(key, cluster, count, node.index())));
    }

    /** Who bears exactly that name, {@code null} if nobody. */
    Bearers exactly(String key) {
        return byKey.get(key);
    }

    /** Who bears that name as their own, though people or a chain put them under another. */
    List<Bearers> moved(String key) {
        return moved.getOrDefault(key, List.of());
    }

    /** Who bears that name, or bears it as their own, or bears what it reads as today; empty if nobody. */
    List<Bearers> traces(String key) {
        Bearers exact = byKey.get(key);
        if (exact != null) {
            return List.of(exact);
        }
        List<Bearers> own = moved(key);
        return own.isEmpty() ? today(key) : own;
    }

    /** The cluster that would have that canonical name, or bears it in another spelling. */
    List<Bearers> ofCanonical(String canonical) {
        Bearers same = byCanonical.get(canonical);
        return same == null ? today(canonical) : List.of(same);
    }

    private List<Bearers> today(String name) {
        Bearers today = NodeBuilder.alone(name) ? null : byKey.get(keyOf.apply(name));
        return today == null ? List.of() : List.of(today);
    }

    /** Who bears a canonical name in any spelling, {@code null} if nobody. */
    Bearers spelling(String canonical) {
        Bearers exact = byKey.get(canonical);
        List<Bearers> today = exact == null ? today(canonical) : List.of(exact);
        return today.isEmpty() ? null : today.get(0);
    }

    /** The key of that name by the present rules. */
    String keyOf(String name) {
        return NodeBuilder.alone(name) ? name : keyOf.apply(name);
    }
}
