package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.Sorting;
import dev.segmentation.dedupe.registry.Cluster;
import dev.segmentation.dedupe.registry.MasterIdentities;
import dev.segmentation.dedupe.registry.MasterNaming;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.dedupe.registry.RegistryUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the masters behind a customer list: names with one key first, then human verdicts, then names that resemble each
 * other. The result does not depend on the order of rows or the number of threads.
 */
public final class Deduplicator {
    private static final int SHOWN = 3;

    private final LinkRules rules;
    private final List<String> notes = new ArrayList<>();

    /** A deduplicator for one run. */
    public Deduplicator(LinkRules rules) {
        this.rules = rules;
    }

    /** Gives every customer a master, as if no run had been before. */
    public DedupeResult dedupe(NamedCustomers list) {
        return dedupe(list, MasterRegistry.EMPTY, Instant.EPOCH);
    }

    /**
     * Gives every customer a master.
     *
     * @param list the customers
     * @param registry the masters there were
     * @param time when this run happens
     */
    public DedupeResult dedupe(NamedCustomers list, MasterRegistry registry, Instant time) {
        return dedupe(new Preparation(rules, list), registry, time);
    }

    /** The same for a list that was prepared by the same rules. */
    public DedupeResult dedupe(Preparation prepared, MasterRegistry registry, Instant time) {
        DedupeSettings settings = rules.settings();
        Linkage linkage = prepared.linkage();
        Clusterer clusterer = prepared.cluster(settings.mergeThreshold(), settings.cohesion());
        notes.addAll(prepared.notes());
        MasterNaming naming = new MasterNaming(rules.parser(), rules.tables(), prepared.humanNames());
        List<Cluster> clusters = clusters(linkage, clusterer, naming);
        MasterIdentities identities = new MasterIdentities(registry, clusters, naming, prepared.builder()::keyOf);
        noteLimits(linkage, clusters, identities);
        return masters(prepared, clusterer, clusters, identities, time);
    }

    private static List<Cluster> clusters(Linkage linkage, Clusterer clusterer, MasterNaming naming) {
        List<NameNode> nodes = linkage.nodes();
        int[] roots = clusterer.roots();
        BitSet seen = new BitSet();
        IntStream.Builder firsts = IntStream.builder();
        for (int node = 0; node < roots.length; node++) {
            if (!seen.get(roots[node])) {
                seen.set(roots[node]);
                firsts.add(node);
            }
        }
        return firsts.build()
                .parallel()
                .mapToObj(node -> Arrays.stream(clusterer.members(node))
                        .mapToObj(nodes::get)
                        .toList())
                .filter(cluster -> cluster.stream().anyMatch(n -> !n.members().isEmpty()))
                .map(naming::propose)
                .toList();
    }

    private void noteLimits(Linkage linkage, List<Cluster> clusters, MasterIdentities identities) {
        DedupeSettings settings = rules.settings();
        if (linkage.cappedBlocks() > 0) {
            notes.add(linkage.cappedBlocks() + " blocks of more than " + settings.blockCap()
                    + " names (the largest has " + linkage.largestBlock()
                    + ") were not compared in full: names among alphabetical neighbours only, initials not at all.");
        }
        List<Integer> large = IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).nodes().size() >= settings.largeCluster())
                .boxed()
                .sorted(Comparator.comparing(i -> -clusters.get(i).nodes().size()))
                .toList();
        if (!large.isEmpty()) {
            notes.add(large.size() + " masters have " + settings.largeCluster()
                    + " spellings or more; check the largest: "
                    + large.stream()
                            .limit(SHOWN)
                            .map(i -> identities.of(i).canonical() + " ("
                                    + clusters.get(i).nodes().size() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private DedupeResult masters(
            Preparation prepared,
            Clusterer clusterer,
            List<Cluster> clusters,
            MasterIdentities identities,
            Instant time) {
        Linkage linkage = prepared.linkage();
        MasterCustomer[] masters = new MasterCustomer[clusters.size()];
        MasterCustomer[] masterOf = new MasterCustomer[linkage.nodes().size()];
        DedupeEntry[] entries = new DedupeEntry[prepared.list().customers().size()];
        ThreadLocal<MergeReasons> reasons = ThreadLocal.withInitial(() -> new MergeReasons(
                rules.parser(), linkage, clusterer, prepared.list().overrides()));
        try (Progress.Step step = rules.progress().start("Naming masters", masters.length)) {
            IntStream.range(0, masters.length).parallel().forEach(i -> {
                MasterIdentities.Identity name = identities.of(i);
                List<NameNode> cluster = clusters.get(i).nodes();
                masters[i] = new MasterCustomer(name.id(), name.canonical(), name.shown(), members(cluster));
                step.advance(1);
                for (NameNode node : cluster) {
                    masterOf[node.index()] = masters[i];
                    reasons.get().entries(node, masters[i], name.representative(), entries);
                }
            });
        }
        Sorting.byText(masters, MasterCustomer::canonical);
        ReviewLists review = new ReviewLists(linkage, clusterer, masterOf);
        ForkJoinTask<RegistryUpdate> update =
                ForkJoinTask.adapt(() -> identities.update(time)).fork();
        List<ReviewPair> merges = review.possibleMerges(rules.settings());
        List<ReviewPair> splits = review.possibleSplits();
        return new DedupeResult(Arrays.asList(masters), Arrays.asList(entries), update.join(), merges, splits, notes);
    }

    private static List<Customer> members(List<NameNode> cluster) {
        if (cluster.size() == 1) {
            return cluster.get(0).members().stream()
                    .map(NameNode.NamedCustomer::customer)
                    .toList();
        }
        return cluster.stream()
                .flatMap(node -> node.members().stream())
                .sorted(Comparator.comparingInt(NameNode.NamedCustomer::place))
                .map(NameNode.NamedCustomer::customer)
                .toList();
    }
}
