package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.registry.PresentNames.Bearers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what became of the masters of the last run, and where those of this run come from. */
final class MasterEvents {
    private final MasterRegistry registry;
    private final List<Cluster> clusters;
    private final RegistryMatch match;
    private final PresentNames present;
    private final MasterNaming.Naming[] names;
    private final List<MasterEvent> events = new ArrayList<>();
    private final BitSet explained = new BitSet();

    MasterEvents(
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

    /** The events, by kind and id. */
    List<MasterEvent> list() {
        for (int row = 0; row < registry.rows().size(); row++) {
            RegistryRow former = registry.rows().get(row);
            int cluster = match.cluster(row);
            if (!registry.living(former)) {
                continue;
            }
            if (cluster < 0) {
                ended(former);
            } else {
                continued(former, cluster);
            }
        }
        for (int i = 0; i < clusters.size(); i++) {
            RegistryRow former = match.former(i);
            if (!explained.get(i) && (former == null || !registry.living(former))) {
                String before = former == null ? "" : former.canonical();
                add(names[i].id(), MasterEvent.Kind.NEW, before, names[i].canonical(), keys(i));
            }
        }
        events.sort(Comparator.comparing(MasterEvent::kind)
                .thenComparing(MasterEvent::id)
                .thenComparing(MasterEvent::from)
                .thenComparing(MasterEvent::to));
        return events;
    }

    private void ended(RegistryRow former) {
        Map<Integer, List<String>> heirs = byCluster(match.remains(former));
        heirs.forEach((heir, keys) ->
                add(former.id(), MasterEvent.Kind.MERGED, former.canonical(), named(names[heir]), keys));
        if (heirs.isEmpty()) {
            add(former.id(), MasterEvent.Kind.GONE, former.canonical(), "", former.names());
        }
    }

    private void continued(RegistryRow former, int cluster) {
        MasterNaming.Naming name = names[cluster];
        if (!former.canonical().equals(name.canonical())) {
            add(former.id(), MasterEvent.Kind.RENAMED, former.canonical(), name.canonical(), keys(cluster));
        }
        List<Bearers> left = new ArrayList<>();
        boolean whole = former.names().size() == 1 && !match.traced(cluster);
        for (Bearers bearers : whole ? List.<Bearers>of() : match.borne(former)) {
            if (bearers.cluster() != cluster) {
                left.add(bearers);
            }
        }
        for (String key : former.names()) {
            for (Bearers moved : present.moved(key)) {
                // a name that people moved once stays moved: only the run that makes the master tells it
                if (moved.cluster() != cluster && match.former(moved.cluster()) == null) {
                    left.add(moved);
                }
            }
        }
        if (left.isEmpty()) {
            return;
        }
        byCluster(left).forEach((other, keys) -> {
            explained.set(other);
            add(
                    names[other].id(),
                    MasterEvent.Kind.SPLIT,
                    former.id() + " " + former.canonical(),
                    names[other].canonical(),
                    keys);
        });
    }

    private static Map<Integer, List<String>> byCluster(List<Bearers> all) {
        Map<Integer, List<String>> byCluster = new TreeMap<>();
        for (Bearers bearers : all) {
            List<String> keys = byCluster.computeIfAbsent(bearers.cluster(), c -> new ArrayList<>());
            if (!keys.contains(bearers.key())) {
                keys.add(bearers.key());
            }
        }
        return byCluster;
    }

    private List<String> keys(int cluster) {
        return clusters.get(cluster).nodes().stream()
                .filter(node -> !node.members().isEmpty())
                .map(NameNode::key)
                .toList();
    }

    private static String named(MasterNaming.Naming name) {
        return name.id() + " " + name.canonical();
    }

    private void add(String id, MasterEvent.Kind kind, String from, String to, List<String> keys) {
        events.add(new MasterEvent(id, kind, from, to, keys.stream().sorted().toList()));
    }
}
