package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.dedupe.linkage.Feature;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.PairExplanation;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.name.ParsedName;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dedupe of one list, for questions asked about it: what another threshold would do, how alike two customers are. Pairs are
 * scored once; a threshold is tried by clustering anew. For one thread.
 */
public final class DedupeTrial {
    private final LinkRules rules;
    private final Preparation preparation;
    private final DedupeResult configured;
    private final PairScorer scorer;
    private final PairExplanation explanation;
    private final int[] nodes;

    /** Dedupes that list, whose order every answer keeps. */
    public DedupeTrial(LinkRules rules, NamedCustomers list) {
        this.rules = rules;
        this.preparation = new Preparation(rules, list);
        this.configured = new Deduplicator(rules).dedupe(preparation, MasterRegistry.EMPTY, Instant.EPOCH);
        this.scorer = preparation.linkage().scorer();
        this.explanation = new PairExplanation(preparation.linkage());
        List<Customer> customers = list.customers();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < customers.size(); i++) {
            places.put(customers.get(i).key(), i);
        }
        nodes = new int[customers.size()];
        for (NameNode node : preparation.linkage().nodes()) {
            node.members().forEach(member -> nodes[places.get(member.customer().key())] = node.index());
        }
    }

    /** The result at the configured threshold. */
    public DedupeResult configured() {
        return configured;
    }

    /** The threshold in use. */
    public double configuredThreshold() {
        return rules.settings().mergeThreshold();
    }

    /** The names of the list, understood. */
    public List<ParsedName> names() {
        return preparation.list().names();
    }

    /** The master of each customer if names were merged from that threshold on, as small numbers from 0. */
    public int[] mastersAt(double threshold) {
        int[] roots =
                preparation.cluster(threshold, rules.settings().cohesion()).roots();
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] masters = new int[nodes.length];
        Arrays.setAll(masters, i -> numbers.computeIfAbsent(roots[nodes[i]], root -> numbers.size()));
        return masters;
    }

    /** Probability in [0, 1] that the customers at two places of the list are one; 1 if their names have one key. */
    public double score(int a, int b) {
        return nodes[a] == nodes[b] ? 1 : preparation.linkage().probability(nodes[a], nodes[b], scorer);
    }

    /** What forbids that the customers at two places of the list are one, in words. */
    public Optional<String> veto(int a, int b) {
        return nodes[a] == nodes[b]
                ? Optional.empty()
                : Optional.ofNullable(explanation.veto(nodes[a], nodes[b])).map(Feature::veto);
    }
}
