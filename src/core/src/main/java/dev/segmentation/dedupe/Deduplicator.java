package dev.segmentation.dedupe;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final NamedCustomers list;
    private final NodeBuilder builder;
    private final Linkage linkage;
    private final Set<String> notes = new LinkedHashSet<>();
    /** The master names that people gave, by node; known once clusters were made. */
    private final Map<Integer, String> humanNames = new HashMap<>();

    /** Gathers the names of a list and scores them: all that no threshold changes. */
    public Deduplicator(LinkRules rules, NamedCustomers list) {
        this.rules = rules;
        this.list = list;
        builder = new NodeBuilder(rules, list);
        addTargets();
        linkage = new Linkage(builder.nodes(), rules);
    }

    /** A master that no customer has may be the link between two rows; which row comes first must not matter. */
    private void addTargets() {
        int before;
        do {
            before = builder.size();
            for (MergeJudgement judgement : list.judgements()) {
                if (judgement.merge() && builder.find(judgement.alias()) != null) {
                    builder.addName(judgement.master());
                }
            }
        } while (builder.size() > before);
    }

    Linkage linkage() {
        return linkage;
    }

    /** Clusters by the verdicts of people first, then by similarity from that threshold on. */
    Clusterer cluster(double mergeThreshold) {
        Clusterer clusterer = new Clusterer(linkage, rules.settings().cohesion());
        List<MergeJudgement> merges = list.judgements().stream()
                .filter(judgement -> keepApart(judgement, clusterer))
                .toList();
        Set<Integer> aliases = new HashSet<>();
        for (MergeJudgement merge : merges) {
            int alias = builder.find(merge.alias()).index();
            int master = builder.find(merge.master()).index();
            if (clusterer.must(alias, master, merge.sentence())) {
                humanNames.put(master, merge.master());
                aliases.add(alias);
            } else {
                notes.add(merge.where() + ": not applied, since a `never` verdict keeps the two apart.");
            }
        }
        // where people roll A up into B and B into C, C names all three
        humanNames.keySet().removeAll(aliases);
        clusterer.join(mergeThreshold);
        return clusterer;
    }

    /** Lays down a verdict that keeps two names apart; {@code true} if it is one that joins two. */
    private boolean keepApart(MergeJudgement judgement, Clusterer clusterer) {
        NameNode alias = builder.find(judgement.alias());
        NameNode master = builder.find(judgement.master());
        boolean merge = judgement.merge();
        if (alias == null || master == null) {
            String missing = alias == null ? judgement.alias() : judgement.master();
            notes.add(judgement.where() + ": "
                    + (builder.renamed(missing)
                            ? "ManualOverrides.csv gives all customers named " + missing + " other names"
                            : "no customer is named " + missing)
                    + ", so this row has no effect.");
            return false;
        }
        if (alias != master && !merge) {
            clusterer.never(alias.index(), master.index());
        } else if (!merge) {
            notes.add(judgement.where() + ": " + judgement.alias() + " and " + judgement.master()
                    + " are one name once legal form, punctuation and abbreviations are set aside. Give their keys master"
                    + " names in ManualOverrides.csv to keep them apart.");
        }
        return alias != master && merge;
    }

    /**
     * Gives every customer a master.
     *
     * @param registry the masters there were; the update of it bears the time of this run
     */
    public DedupeResult dedupe(MasterRegistry registry, Instant time) {
        Clusterer clusterer = cluster(rules.settings().mergeThreshold());
        MasterNaming naming = new MasterNaming(rules.parser(), rules.tables(), humanNames);
        List<Cluster> clusters = clusters(clusterer, naming);
        MasterIdentities identities = new MasterIdentities(registry, clusters, naming, builder::keyOf);
        List<String> remarks = new ArrayList<>(notes);
        noteLimits(clusters.size(), identities, remarks);
        MasterCustomer[] masters = new MasterCustomer[clusters.size()];
        MasterCustomer[] masterOf = new MasterCustomer[linkage.nodes().size()];
        DedupeEntry[] entries = new DedupeEntry[list.customers().size()];
        ThreadLocal<MergeReasons> reasons =
                ThreadLocal.withInitial(() -> new MergeReasons(rules.parser(), linkage, clusterer, list.overrides()));
        try (Progress.Step step = rules.progress().start("Naming masters", masters.length)) {
            IntStream.range(0, masters.length).parallel().forEach(i -> {
                Cluster name = identities.of(i);
                Cluster cluster = clusters.get(i);
                masters[i] = new MasterCustomer(name.id(), name.canonical(), name.shown(), cluster.customers());
                step.advance(1);
                for (NameNode node : cluster.nodes()) {
                    masterOf[node.index()] = masters[i];
                    reasons.get().entries(node, masters[i], name.representative(), entries);
                }
            });
        }
        Sorting.byText(masters, MasterCustomer::canonical);
        ForkJoinTask<RegistryUpdate> update =
                ForkJoinTask.adapt(() -> identities.update(time)).fork();
        ReviewLists review = new ReviewLists(linkage, clusterer, masterOf);
        List<ReviewPair> merges = review.possibleMerges(rules.settings());
        List<ReviewPair> splits = review.possibleSplits();
        return new DedupeResult(Arrays.asList(masters), Arrays.asList(entries), update.join(), merges, splits, remarks);
    }

    private List<Cluster> clusters(Clusterer clusterer, MasterNaming naming) {
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
                        .mapToObj(linkage.nodes()::get)
                        .toList())
                .filter(cluster -> cluster.stream().anyMatch(n -> !n.members().isEmpty()))
                .map(naming::propose)
                .toList();
    }

    private void noteLimits(int masters, MasterIdentities identities, List<String> remarks) {
        if (linkage.cappedBlocks() > 0) {
            remarks.add(linkage.cappedBlocks() + " blocks of more than "
                    + rules.settings().blockCap()
                    + " names (the largest has " + linkage.largestBlock()
                    + ") were not compared in full: names among alphabetical neighbours only, initials not at all.");
        }
        List<Cluster> large = IntStream.range(0, masters)
                .mapToObj(identities::of)
                .filter(cluster -> cluster.nodes().size() >= rules.settings().largeCluster())
                .sorted(Comparator.comparing(cluster -> -cluster.nodes().size()))
                .toList();
        if (!large.isEmpty()) {
            String largest = large.stream()
                    .limit(SHOWN)
                    .map(cluster -> cluster.canonical() + " (" + cluster.nodes().size() + ")")
                    .collect(Collectors.joining(", "));
            remarks.add(large.size() + " masters have " + rules.settings().largeCluster()
                    + " spellings or more; check the largest: " + largest + ".");
        }
    }
}
