package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.dedupe.registry.PresentNames.Holders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run makes of the registry: a row for each master of the run and the rows of those that are gone; and what became of the
 * masters of the last run and where those of this run come from.
 */
public final class RegistryUpdate {
    private final MasterRegistry registry;
    private final List<Cluster> clusters;
    private final RegistryMatch match;
    private final PresentNames present;
    private final List<MasterEvent> events = new ArrayList<>();
    private final BitSet explained = new BitSet();
    private final MasterRegistry next;
    private int lost;

    /** The registry after a run at that time; a list without customers changes nothing. */
    RegistryUpdate(
            MasterRegistry registry, List<Cluster> clusters, RegistryMatch match, PresentNames present, Instant time) {
        this.registry = registry;
        this.clusters = clusters;
        this.match = match;
        this.present = present;
        this.next = clusters.isEmpty() ? registry : new MasterRegistry(rows(registry.after(time)));
        if (clusters.isEmpty()) {
            lost = registry.living();
        } else if (!registry.rows().isEmpty()) {
            gatherEvents();
        }
    }

    /** The registry to keep. */
    public MasterRegistry next() {
        return next;
    }

    /** What happened since the last run, by kind and id; nothing on the first. */
    public List<MasterEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** How often that happened. */
    public int count(MasterEvent.Kind kind) {
        return (int) events.stream().filter(event -> event.kind() == kind).count();
    }

    /** Masters of the last run. */
    public int former() {
        return registry.living();
    }

    /** How many of those this run does not continue. */
    public int lost() {
        return lost;
    }

    private List<RegistryRow> rows(Instant now) {
        List<RegistryRow> rows = new ArrayList<>(registry.rows().size() + clusters.size());
        for (int row = 0; row < registry.rows().size(); row++) {
            RegistryRow old = registry.rows().get(row);
            int cluster = match.cluster(row);
            rows.add(cluster < 0 ? old : row(cluster, now));
            lost += cluster < 0 && registry.living(old) ? 1 : 0;
        }
        for (int i = 0; i < clusters.size(); i++) {
            if (match.former(i) == null) {
                rows.add(row(i, now));
            }
        }
        return rows;
    }

    private RegistryRow row(int cluster, Instant now) {
        RegistryRow former = match.former(cluster);
        List<NameNode> nodes = clusters.get(cluster).nodes();
        List<String> keys = nodes.size() == 1
                ? List.of(nodes.get(0).key())
                : clusters.get(cluster).keys();
        boolean same = former != null && former.names().equals(keys);
        boolean plain = nodes.size() == 1 && nodes.get(0).manualName() == null;
        boolean nothing = former == null || same && former.formerNames().isEmpty();
        return new RegistryRow(
                clusters.get(cluster).id(),
                clusters.get(cluster).canonical(),
                same ? former.names() : keys,
                plain && nothing ? List.of() : others(cluster, keys),
                former == null ? now : former.firstSeen(),
                now);
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
            boolean published = former.canonical().equals(clusters.get(cluster).canonical());
            String name = published ? present.keyOf(former.plainName()) : "";
            former.names().forEach(key -> remember(key, name, others));
            former.formerNames().forEach(key -> remember(key, name, others));
        }
        keys.forEach(others::remove);
        return List.copyOf(others);
    }

    /** Keeps a name that nobody has, unless it is only an old spelling of one that somebody does, and the published one. */
    private void remember(String key, String published, SortedSet<String> others) {
        if (key.equals(published) || present.spelling(key) == null) {
            others.add(key);
        }
    }

    private void gatherEvents() {
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
                add(
                        clusters.get(i).id(),
                        MasterEvent.Kind.NEW,
                        before,
                        clusters.get(i).canonical(),
                        clusters.get(i).keys());
            }
        }
        events.sort(Comparator.comparing(MasterEvent::kind)
                .thenComparing(MasterEvent::id)
                .thenComparing(MasterEvent::from)
                .thenComparing(MasterEvent::to));
    }

    private void ended(RegistryRow former) {
        Map<Integer, List<String>> heirs = byCluster(match.remains(former));
        heirs.forEach((heir, keys) -> add(
                former.id(),
                MasterEvent.Kind.MERGED,
                former.canonical(),
                clusters.get(heir).id() + " " + clusters.get(heir).canonical(),
                keys));
        if (heirs.isEmpty()) {
            add(former.id(), MasterEvent.Kind.GONE, former.canonical(), "", former.names());
        }
    }

    private void continued(RegistryRow former, int cluster) {
        Cluster name = clusters.get(cluster);
        if (!former.canonical().equals(name.canonical())) {
            add(
                    former.id(),
                    MasterEvent.Kind.RENAMED,
                    former.canonical(),
                    name.canonical(),
                    clusters.get(cluster).keys());
        }
        List<Holders> left = new ArrayList<>();
        boolean whole = former.names().size() == 1 && !match.traced(cluster);
        for (Holders holders : whole ? List.<Holders>of() : match.holders(former)) {
            if (holders.cluster() != cluster) {
                left.add(holders);
            }
        }
        for (String key : former.names()) {
            for (Holders moved : present.moved(key)) {
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
                    clusters.get(other).id(),
                    MasterEvent.Kind.SPLIT,
                    former.id() + " " + former.canonical(),
                    clusters.get(other).canonical(),
                    keys);
        });
    }

    private static Map<Integer, List<String>> byCluster(List<Holders> all) {
        Map<Integer, List<String>> byCluster = new TreeMap<>();
        for (Holders holders : all) {
            List<String> keys = byCluster.computeIfAbsent(holders.cluster(), c -> new ArrayList<>());
            if (!keys.contains(holders.key())) {
                keys.add(holders.key());
            }
        }
        return byCluster;
    }

    private void add(String id, MasterEvent.Kind kind, String from, String to, List<String> keys) {
        events.add(new MasterEvent(id, kind, from, to, keys.stream().sorted().toList()));
    }
}
