package dev.segmentation.dedupe.registry;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives every cluster its id and its canonical name, each unique. A cluster that continues a former master has its id,
 * and its published name too unless people say otherwise or another cluster has that name now.
 */
public final class MasterIdentities {
    private final MasterRegistry registry;
    private final List<Cluster> clusters;
    private final MasterNaming naming;
    private final PresentNames present;
    private final RegistryMatch match;
    private final Cluster[] names;
    private final Set<String> taken;
    private final Set<String> newIds = new HashSet<>();

    /** Identities of these clusters; {@code keyOf} gives the key of a name by the present rules. */
    public MasterIdentities(
            MasterRegistry registry, List<Cluster> clusters, MasterNaming naming, UnaryOperator<String> keyOf) {
        this.registry = registry;
        this.clusters = clusters;
        this.naming = naming;
        this.present = new PresentNames(clusters, keyOf);
        this.match = new RegistryMatch(registry, clusters, present);
        this.names = new Cluster[clusters.size()];
        this.taken = new HashSet<>(clusters.size() * 2);
        keepPublished();
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null) {
                names[i] = name(i);
            }
        }
    }

    /** The cluster at that index with its id and its final name. */
    public Cluster of(int cluster) {
        return names[cluster];
    }

    /** Those of the last run come before those that are back. */
    private void keepPublished() {
        List<RegistryRow> rows = registry.rows();
        BitSet back = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            if (match.cluster(row) >= 0 && stays(rows.get(row), match.cluster(row))) {
                if (registry.living(rows.get(row))) {
                    keepPublished(rows.get(row), match.cluster(row));
                } else {
                    back.set(row);
                }
            }
        }
        back.stream().forEach(row -> keepPublished(rows.get(row), match.cluster(row)));
    }

    private void keepPublished(RegistryRow former, int cluster) {
        Cluster proposal = clusters.get(cluster);
        String plain = former.plainName();
        boolean proposed = proposal.canonical().equals(plain);
        String canonical = former.canonical();
        if (!taken.add(canonical)) {
            if (!proposed) {
                return; // it was away, and its name, which it does not bear, is another's now
            }
            canonical = unique(plain, former.id());
        }
        names[cluster] = proposal.named(
                former.id(),
                canonical,
                proposed ? proposal.shown() : naming.shown(plain),
                proposed ? proposal.representative() : holder(plain, cluster));
    }

    /** Whether a cluster keeps the published name of the master it continues. */
    private boolean stays(RegistryRow former, int cluster) {
        Cluster proposal = clusters.get(cluster);
        String plain = former.plainName();
        if (proposal.given() || proposal.canonical().equals(plain)) {
            return proposal.canonical().equals(plain);
        }
        PresentNames.Holders holders = present.spelling(plain);
        if (holders != null && holders.cluster() == cluster) {
            return true;
        }
        // its holders left, which changes nothing; or went to another master; or people gave it once and no longer do
        String key = holders == null ? present.keyOf(plain) : holders.key();
        boolean left = former.formerNames().contains(key)
                || holders == null && former.names().contains(key);
        return left && !match.traced(cluster);
    }

    private int holder(String plain, int cluster) {
        PresentNames.Holders holders = present.spelling(plain);
        return holders != null ? holders.node() : clusters.get(cluster).representative();
    }

    private Cluster name(int cluster) {
        Cluster proposal = clusters.get(cluster);
        RegistryRow former = match.former(cluster);
        boolean free = taken.add(proposal.canonical());
        String id = former != null ? former.id() : newId(proposal, free);
        String canonical = free ? proposal.canonical() : unique(proposal.canonical(), id);
        return proposal.named(id, canonical, proposal.shown(), proposal.representative());
    }

    private String unique(String canonical, String id) {
        String unique = canonical + " " + id;
        while (!taken.add(unique)) {
            unique += " " + id;
        }
        return unique;
    }

    /** An id that no master has or ever had. */
    private String newId(Cluster cluster, boolean nameIsFree) {
        String text = cluster.canonical() + "\n" + cluster.nodes().get(0).key();
        String id = RegistryRow.idOf(nameIsFree ? cluster.canonical() : text);
        for (int i = 1; registry.has(id) || !newIds.add(id); i++) {
            id = RegistryRow.idOf(i == 1 && nameIsFree ? text : text + "\n" + i);
        }
        return id;
    }

    /** The registry after a run at that time; a list without customers changes nothing. */
    public RegistryUpdate update(Instant time) {
        return new RegistryUpdate(registry, List.of(names), match, present, time);
    }
}
