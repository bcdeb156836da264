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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Finds the masters behind a customer list: names with one key first, then human verdicts, then names that resemble each
 * other. The result does not depend on the order of rows or the number of threads.
 */
public final class Deduplicator {
    private final NameParser parser;
    private final NameTables tables;
    private final DedupeSettings settings;
    private final List<String> notes = new ArrayList<>();
    private final Map<Integer, String> humanNames = new HashMap<>();

    /** A deduplicator for one run. */
    public Deduplicator(NameParser parser, NameTables tables, DedupeSettings settings) {
        this.parser = parser;
        this.tables = tables;
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
        NodeBuilder builder = new NodeBuilder(parser, tables, overrides);
        for (int i = 0; i < customers.size(); i++) {
            builder.add(customers.get(i), names.get(i));
        }
        List<Verdict> verdicts = new ArrayList<>();
        List<int[]> apart = new ArrayList<>();
        nameTargets(judgements, builder);
        judgements.forEach(judgement -> resolve(judgement, builder, verdicts, apart));
        List<NameNode> nodes = builder.nodes();
        PairScorer scorer = new AlignmentScorer(nodes);
        Clusterer clusterer = new Clusterer(nodes, scorer, settings.cohesion());
        apart.forEach(pair -> clusterer.never(pair[0], pair[1]));
        apply(verdicts, clusterer);
        clusterer.join(similar(nodes, scorer));
        List<Cluster> clusters = new ArrayList<>();
        MasterNaming naming = new MasterNaming(parser, tables, humanNames);
        for (List<Integer> indexes : clusterer.clusters()) {
            List<NameNode> cluster = indexes.stream().map(nodes::get).toList();
            if (cluster.stream().anyMatch(node -> !node.members().isEmpty())) {
                clusters.add(new Cluster(cluster, naming.propose(cluster)));
            }
        }
        MasterIdentities identities = new MasterIdentities(registry, clusters, naming, builder::keyOf);
        return masters(nodes, clusterer, clusters, identities, overrides, time);
    }

    /** A `merge` verdict of people: which node is to become part of which. */
    private record Verdict(int alias, int target, String name, Clusterer.Edge edge) {}

    /** Where people roll A up into B and B into C, it is C that names all three. */
    private void apply(List<Verdict> verdicts, Clusterer clusterer) {
        Set<Integer> aliases = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (clusterer.must(verdict.edge())) {
                humanNames.put(verdict.target(), verdict.name());
                aliases.add(verdict.alias());
            } else {
                notes.add(verdict.edge().reason() + " contradicts a `never` verdict and was not applied.");
            }
        }
        humanNames.keySet().removeAll(aliases);
    }

    /** A master that no customer bears may be the link between two rows; which row comes first must not matter. */
    private static void nameTargets(List<MergeJudgement> judgements, NodeBuilder builder) {
        int before;
        do {
            before = builder.size();
            for (MergeJudgement judgement : judgements) {
                if (judgement.verdict() == MergeJudgement.Verdict.MERGE && builder.find(judgement.alias()) != null) {
                    builder.nodeFor(judgement.master());
                }
            }
        } while (builder.size() > before);
    }

    private void resolve(MergeJudgement judgement, NodeBuilder builder, List<Verdict> verdicts, List<int[]> apart) {
        NameNode alias = builder.find(judgement.alias());
        NameNode master = builder.find(judgement.master());
        boolean merge = judgement.verdict() == MergeJudgement.Verdict.MERGE;
        if (alias == null || master == null) {
            notes.add("MasterMergeOverrides.csv:" + judgement.line() + ": no customer is named "
                    + (alias == null ? judgement.alias() : judgement.master()) + ", so this row has no effect.");
            return;
        }
        if (alias == master) {
            if (!merge) {
                notes.add("MasterMergeOverrides.csv:" + judgement.line() + ": " + judgement.alias() + " and "
                        + judgement.master() + " are one name once legal form, punctuation and abbreviations are set"
                        + " aside. Give their keys master names in ManualOverrides.csv to keep them apart.");
            }
            return;
        }
        if (!merge) {
            apart.add(new int[] {alias.index(), master.index()});
            return;
        }
        Clusterer.Edge edge = new Clusterer.Edge(
                Math.min(alias.index(), master.index()),
                Math.max(alias.index(), master.index()),
                1,
                sentence(judgement));
        verdicts.add(new Verdict(alias.index(), master.index(), judgement.master(), edge));
    }

    private static String sentence(MergeJudgement judgement) {
        return "MasterMergeOverrides.csv:" + judgement.line() + " joins " + judgement.alias() + " to "
                + judgement.master()
                + (judgement.owner().isBlank() ? "" : ", decided by " + judgement.owner())
                + (judgement.reason().isBlank() ? "" : ": " + judgement.reason());
    }

    private List<Clusterer.Edge> similar(List<NameNode> nodes, PairScorer scorer) {
        Blocker.Candidates candidates = new TokenBlocker(settings.blockCap()).candidates(nodes);
        if (candidates.cappedBlocks() > 0) {
            notes.add(candidates.cappedBlocks() + " blocks of more than " + settings.blockCap()
                    + " names were compared among neighbours only.");
        }
        return LongStream.of(candidates.pairs())
                .parallel()
                .mapToObj(pair -> {
                    int a = (int) (pair >>> 32);
                    int b = (int) pair;
                    return new Clusterer.Edge(a, b, scorer.score(nodes.get(a), nodes.get(b)), null);
                })
                .filter(edge -> edge.score() >= settings.mergeThreshold())
                .toList();
    }

    private DedupeResult masters(
            List<NameNode> nodes,
            Clusterer clusterer,
            List<Cluster> clusters,
            MasterIdentities identities,
            Map<String, KeyOverride> overrides,
            Instant time) {
        List<MasterCustomer> masters = new ArrayList<>();
        List<DedupeEntry> entries = new ArrayList<>();
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
            MergeReasons reasons = new MergeReasons(parser, nodes, clusterer, overrides, master, name.representative());
            cluster.forEach(node -> node.members().forEach(member -> entries.add(reasons.entry(node, member))));
        }
        masters.sort(Comparator.comparing(MasterCustomer::canonical));
        entries.sort(Comparator.comparing(entry -> entry.customer().key()));
        return new DedupeResult(masters, entries, identities.update(time), notes);
    }
}
