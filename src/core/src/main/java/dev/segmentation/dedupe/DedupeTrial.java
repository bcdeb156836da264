package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.dedupe.registry.MasterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The dedupe of one list, for questions asked about it: what another threshold would do, how alike two customers are. Pairs are
 * scored once; a threshold is tried by clustering anew. For one thread.
 */
public final class DedupeTrial {
    private final Deduplicator deduplicator;
    private final DedupeResult configured;
    private final double configuredThreshold;
    private final PairScorer scorer;
    private final int[] nodes;

    /** Dedupes that list, whose order every answer keeps. */
    public DedupeTrial(LinkRules rules, NamedCustomers list) {
        deduplicator = new Deduplicator(rules, list);
        configured = deduplicator.dedupe(MasterRegistry.EMPTY, Instant.EPOCH);
        configuredThreshold = rules.settings().mergeThreshold();
        scorer = deduplicator.linkage().scorer();
        nodes = new int[list.customers().size()];
        for (NameNode node : deduplicator.linkage().nodes()) {
            node.members().forEach(member -> nodes[member.place()] = node.index());
        }
    }

    /** The result at the configured threshold. */
    public DedupeResult configured() {
        return configured;
    }

    /** The threshold in use. */
    public double configuredThreshold() {
        return configuredThreshold;
    }

    /** The master of each customer if names were merged from that threshold on, as small numbers from 0. */
    public int[] mastersAt(double threshold) {
        int[] roots = deduplicator.cluster(threshold).roots();
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(nodes)
                .map(node -> numbers.computeIfAbsent(roots[node], root -> numbers.size()))
                .toArray();
    }

    /** Probability in [0, 1] that the customers at two places of the list are one; 1 if their names have one key. */
    public double score(int a, int b) {
        return nodes[a] == nodes[b] ? 1 : deduplicator.linkage().probability(nodes[a], nodes[b], scorer);
    }

    /** What forbids that the customers at two places of the list are one, in words; {@code null} if nothing does. */
    public String veto(int a, int b) {
        return nodes[a] == nodes[b] ? null : scorer.veto(nodes[a], nodes[b]);
    }
}
