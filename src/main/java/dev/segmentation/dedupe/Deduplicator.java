package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the masters behind a customer list: names with one key first, then human verdicts, then names that resemble each
 * other. The result does not depend on the order of rows or the number of threads.
 */
public final class Deduplicator {
    private static final int SHOWN = 3;

    private final NameParser parser;
    private final NameTables tables;
    private final DedupeModel model;
    private final DedupeSettings settings;
    private final List<String> notes = new ArrayList<>();

    /** A deduplicator for one run. */
    public Deduplicator(NameParser parser, NameTables tables, DedupeModel model, DedupeSettings settings) {
        this.parser = parser;
        this.tables = tables;
        this.model = model;
        this.settings = settings;
    }

    /**
     * Gives every customer a master, as if no run had been before.
     *
     * @param customers the customers, sorted by key, every key once
     * @param names their parsed names, in the same order
     * @param overrides human decisions by customer key
     * @param judgements human verdicts on pairs of names
     */
    public DedupeResult dedupe(
            List<Customer> customers,
            List<ParsedName> names,
            Map<String, KeyOverride> overrides,
            List<MergeJudgement> judgements) {
        return dedupe(customers, names, overrides, judgements, MasterRegistry.EMPTY, Instant.EPOCH);
    }

    /**
     * Gives every customer a master.
     *
     * @param customers the customers, sorted by key, every key once
     * @param names their parsed names, in the same order
     * @param overrides human decisions by customer key
     * @param judgements human verdicts on pairs of names
     * @param registry the masters there were
     * @param time when this run happens
     */
    public DedupeResult dedupe(
            List<Customer> customers,
            List<ParsedName> names,
            Map<String, KeyOverride> overrides,
            List<MergeJudgement> judgements,
            MasterRegistry registry,
            Instant time) {
        Preparation prepared =
                new Preparation(parser, tables, model, settings, customers, names, overrides, judgements);
        Linkage linkage = prepared.linkage();
        Clusterer clusterer = prepared.cluster(settings.mergeThreshold(), settings.cohesion());
        notes.addAll(prepared.notes());
        MasterNaming naming = new MasterNaming(parser, tables, prepared.humanNames());
        List<Cluster> clusters = clusters(linkage, clusterer, naming);
        MasterIdentities identities = new MasterIdentities(registry, clusters, naming, prepared.builder()::keyOf);
        noteLimits(linkage, clusters, identities);
        return masters(linkage, clusterer, clusters, identities, overrides, time);
    }

    private static List<Cluster> clusters(Linkage linkage, Clusterer clusterer, MasterNaming naming) {
        List<Cluster> clusters = new ArrayList<>();
        for (NameNode node : linkage.nodes()) {
            int[] members = clusterer.members(node.index());
            if (members[0] == node.index()) {
                List<NameNode> cluster =
                        Arrays.stream(members).mapToObj(linkage.nodes()::get).toList();
                if (cluster.stream().anyMatch(n -> !n.members().isEmpty())) {
                    clusters.add(new Cluster(cluster, naming.propose(cluster)));
                }
            }
        }
        return clusters;
    }

    private void noteLimits(Linkage linkage, List<Cluster> clusters, MasterIdentities identities) {
        if (linkage.cappedBlocks() > 0) {
            notes.add(linkage.cappedBlocks() + " blocks of more than " + settings.blockCap()
                    + " names (the largest has " + linkage.largestBlock()
                    + ") were compared among alphabetical neighbours only.");
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
            Linkage linkage,
            Clusterer clusterer,
            List<Cluster> clusters,
            MasterIdentities identities,
            Map<String, KeyOverride> overrides,
            Instant time) {
        List<MasterCustomer> masters = new ArrayList<>();
        List<DedupeEntry> entries = new ArrayList<>();
        MasterCustomer[] masterOf = new MasterCustomer[linkage.nodes().size()];
        MergeReasons reasons = new MergeReasons(parser, linkage, clusterer, overrides);
        for (int i = 0; i < clusters.size(); i++) {
            List<NameNode> cluster = clusters.get(i).nodes();
            List<Customer> members = cluster.stream()
                    .flatMap(node -> node.members().stream())
                    .map(NameNode.NamedCustomer::customer)
                    .sorted(Comparator.comparing(Customer::key))
                    .toList();
            MasterNaming.Naming name = identities.of(i);
            MasterCustomer master = new MasterCustomer(name.id(), name.canonical(), name.shown(), members);
            masters.add(master);
            for (NameNode node : cluster) {
                masterOf[node.index()] = master;
                entries.addAll(reasons.entries(node, master, name.representative()));
            }
        }
        masters.sort(Comparator.comparing(MasterCustomer::canonical));
        entries.sort(Comparator.comparing(entry -> entry.customer().key()));
        ReviewLists review = new ReviewLists(linkage, clusterer, masterOf);
        return new DedupeResult(
                masters,
                entries,
                identities.update(time),
                review.possibleMerges(settings),
                review.possibleSplits(),
                notes);
    }
}
