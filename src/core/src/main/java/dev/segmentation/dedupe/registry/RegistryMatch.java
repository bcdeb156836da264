package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.registry.PresentNames.Holders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the former master that each cluster continues: the one with which it shares most customers, counted by name.
 * What people name a cluster by comes before that. First all names count that customers still have; what is left over is
 * matched by former names, by how the names read today, and by the canonical name.
 */
final class RegistryMatch {
    private static final int NONE = -1;

    private final MasterRegistry registry;
    private final List<Cluster> clusters;
    private final PresentNames present;
    private final int[] clusterOf;
    private final int[] rowOf;
    private final boolean[] traced;

    /**
     * A cluster's wish to continue a former master.
     *
     * @param row the former master
     * @param cluster the cluster
     * @param byCanonical whether only the canonical name speaks for it
     * @param named whether people, or a chain, give the cluster the name of this master
     * @param shared customers that have a name of both
     * @param elsewhere customers of other clusters that have a name of this master
     */
    private record Claim(
            RegistryRow row, int index, int cluster, boolean byCanonical, boolean named, int shared, int elsewhere) {}

    RegistryMatch(MasterRegistry registry, List<Cluster> clusters, PresentNames present) {
        this.registry = registry;
        this.clusters = clusters;
        this.present = present;
        this.clusterOf = new int[registry.rows().size()];
        this.rowOf = new int[clusters.size()];
        this.traced = new boolean[clusters.size()];
        Arrays.fill(clusterOf, NONE);
        Arrays.fill(rowOf, NONE);
        List<Claim> exact = new ArrayList<>();
        for (int row = 0; row < clusterOf.length; row++) {
            claims(row, holders(registry.rows().get(row)), false, exact);
        }
        settle(exact, true);
        if (IntStream.of(rowOf).anyMatch(row -> row == NONE)) {
            settle(
                    IntStream.range(0, clusterOf.length)
                            .parallel()
                            .filter(row -> clusterOf[row] == NONE)
                            .boxed()
                            .flatMap(row -> leftOver(row).stream())
                            .toList(),
                    false);
        }
    }

    /** The former master that a cluster continues, {@code null} if it is new. */
    RegistryRow former(int cluster) {
        return rowOf[cluster] == NONE ? null : registry.rows().get(rowOf[cluster]);
    }

    /** Whether the cluster has none of the names that its former master last had. */
    boolean traced(int cluster) {
        return traced[cluster];
    }

    /** The cluster that continues the former master of that index, -1 if none does. */
    int cluster(int row) {
        return clusterOf[row];
    }

    List<Holders> holders(RegistryRow row) {
        if (row.names().size() == 1) {
            Holders only = present.exactly(row.names().get(0));
            return only == null ? List.of() : List.of(only);
        }
        List<Holders> found = new ArrayList<>();
        for (String key : row.names()) {
            Holders holders = present.exactly(key);
            if (holders != null) {
                found.add(holders);
            }
        }
        return found;
    }

    /** Who has the names that a master last had, in whatever spelling; else its former ones, else its canonical name. */
    List<Holders> remains(RegistryRow row) {
        Set<Holders> found = traces(row.names());
        if (found.isEmpty()) {
            found = traces(row.formerNames());
        }
        return found.isEmpty() ? present.ofCanonical(row.plainName(), row.names()) : List.copyOf(found);
    }

    private Set<Holders> traces(List<String> keys) {
        Set<Holders> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(present.traces(key)));
        return found;
    }

    private List<Claim> leftOver(int index) {
        RegistryRow row = registry.rows().get(index);
        Set<Holders> named = traces(row.names());
        named.addAll(traces(row.formerNames()));
        List<Holders> free = (named.isEmpty() ? present.ofCanonical(row.plainName(), row.names()) : named)
                .stream().filter(b -> rowOf[b.cluster()] == NONE).toList();
        List<Claim> claims = new ArrayList<>();
        claims(index, free, named.isEmpty(), claims);
        return claims;
    }

    private void claims(int index, List<Holders> holders, boolean byCanonical, List<Claim> claims) {
        RegistryRow row = registry.rows().get(index);
        Map<Integer, Integer> shared = new LinkedHashMap<>();
        int total = 0;
        for (Holders b : holders) {
            shared.merge(b.cluster(), b.customers(), Integer::sum);
            total += b.customers();
        }
        for (Map.Entry<Integer, Integer> share : shared.entrySet()) {
            Cluster proposal = clusters.get(share.getKey());
            boolean named = proposal.given()
                    && registry.living(row)
                    && proposal.canonical().equals(row.plainName());
            claims.add(new Claim(
                    row, index, share.getKey(), byCanonical, named, share.getValue(), total - share.getValue()));
        }
    }

    private void settle(List<Claim> claims, boolean byNames) {
        int[] ofRow = new int[clusterOf.length];
        int[] ofCluster = new int[rowOf.length];
        for (Claim claim : claims) {
            ofRow[claim.index()]++;
            ofCluster[claim.cluster()]++;
        }
        List<Claim> rivals = new ArrayList<>();
        for (Claim claim : claims) {
            if (ofRow[claim.index()] == 1 && ofCluster[claim.cluster()] == 1) {
                take(claim, byNames);
            } else {
                rivals.add(claim);
            }
        }
        rivals.sort(Comparator.comparing(Claim::byCanonical)
                .thenComparing(Claim::named, Comparator.reverseOrder())
                .thenComparing(Claim::shared, Comparator.reverseOrder())
                .thenComparing(Claim::elsewhere)
                .thenComparing(claim -> claim.row().lastSeen(), Comparator.reverseOrder())
                .thenComparing(claim -> !sameName(claim))
                .thenComparing(Claim::index)
                .thenComparing(Claim::cluster));
        for (Claim claim : rivals) {
            if (clusterOf[claim.index()] == NONE && rowOf[claim.cluster()] == NONE) {
                take(claim, byNames);
            }
        }
    }

    private void take(Claim claim, boolean byNames) {
        clusterOf[claim.index()] = claim.cluster();
        rowOf[claim.cluster()] = claim.index();
        traced[claim.cluster()] = !byNames;
    }

    private boolean sameName(Claim claim) {
        return clusters.get(claim.cluster()).canonical().equals(claim.row().plainName());
    }
}
