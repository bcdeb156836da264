package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the registry after a run: a row for each master of the run, and the rows of those that are gone. */
final class NextRegistry {
    private final MasterRegistry registry;
    private final List<Cluster> clusters;
    private final RegistryMatch match;
    private final PresentNames present;
    private final MasterNaming.Naming[] names;

    NextRegistry(
            MasterRegistry registry,
            List<Cluster> clusters,
            RegistryMatch match,
            PresentNames present,
            MasterNaming.Naming[] names) {
        this.registry = registry;
        this.clusters = clusters;
        this.match = match;
        this.present = present;
        this.names = names;
    }

    /** The registry after a run at that time; a list without customers changes nothing. */
    RegistryUpdate update(Instant time) {
        int former = registry.living();
        if (clusters.isEmpty()) {
            return new RegistryUpdate(registry, List.of(), former, former);
        }
        Instant now = registry.after(time);
        List<RegistryRow> rows = new ArrayList<>(registry.rows().size() + clusters.size());
        int continued = 0;
        for (int row = 0; row < registry.rows().size(); row++) {
            RegistryRow old = registry.rows().get(row);
            int cluster = match.cluster(row);
            rows.add(cluster < 0 ? old : row(cluster, now));
            continued += cluster >= 0 && registry.living(old) ? 1 : 0;
        }
        for (int i = 0; i < clusters.size(); i++) {
            if (match.former(i) == null) {
                rows.add(row(i, now));
            }
        }
        List<MasterEvent> events =
                registry.empty() ? List.of() : new MasterEvents(registry, clusters, match, present, names).list();
        return new RegistryUpdate(new MasterRegistry(rows), events, former, former - continued);
    }

    private RegistryRow row(int cluster, Instant now) {
        RegistryRow former = match.former(cluster);
        List<NameNode> nodes = clusters.get(cluster).nodes();
        List<String> keys = nodes.size() == 1 ? List.of(nodes.get(0).key()) : keys(nodes);
        boolean same = former != null && former.names().equals(keys);
        boolean plain = nodes.size() == 1 && nodes.get(0).manualName() == null;
        boolean nothing = former == null || same && former.formerNames().isEmpty();
        return new RegistryRow(
                names[cluster].id(),
                names[cluster].canonical(),
                same ? former.names() : keys,
                plain && nothing ? List.of() : others(cluster, keys),
                former == null ? now : former.firstSeen(),
                now);
    }

    private static List<String> keys(List<NameNode> nodes) {
        return nodes.stream()
                .filter(node -> !node.members().isEmpty())
                .map(NameNode::key)
                .sorted()
                .toList();
    }

    private List<String> others(int cluster, List<String> keys) {
        RegistryRow former = match.former(cluster);
        SortedSet<String> others = new TreeSet<>();
        for (NameNode node : clusters.get(cluster).nodes()) {
            if (node.manualName() != null) {
                node.members().forEach(m -> others.add(NodeBuilder.ownKey(m.customer(), m.name())));
            }
        }
        if (former != null) {
            boolean published = former.canonical().equals(names[cluster].canonical());
            String name = published ? present.keyOf(former.plainName()) : "";
            former.names().forEach(key -> remember(key, name, others));
            former.formerNames().forEach(key -> remember(key, name, others));
        }
        keys.forEach(others::remove);
        return List.copyOf(others);
    }

    /** Keeps a name that nobody bears, unless it is only an old spelling of one that somebody does, and the published one. */
    private void remember(String key, String published, SortedSet<String> others) {
        if (key.equals(published) || present.spelling(key) == null) {
            others.add(key);
        }
    }
}
