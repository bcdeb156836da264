package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores any two customers of one list as the dedupe would, for questions asked after it. Decisions of people are left out. */
public final class PairScores {
    private final NameNode[] nodes;
    private final PairScorer scorer;

    /** Weighs words by that list. */
    public PairScores(NameParser parser, NameTables tables, List<Customer> customers, List<ParsedName> names) {
        NodeBuilder builder = new NodeBuilder(parser, tables, Map.of());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < customers.size(); i++) {
            builder.add(customers.get(i), names.get(i));
            places.put(customers.get(i).key(), i);
        }
        nodes = new NameNode[customers.size()];
        for (NameNode node : builder.nodes()) {
            node.members().forEach(member -> nodes[places.get(member.customer().key())] = node);
        }
        scorer = new AlignmentScorer(builder.nodes());
    }

    /** Similarity in [0, 1] of the customers at two places of the list; 1 if their names have one key. */
    public double score(int a, int b) {
        return nodes[a] == nodes[b] ? 1 : scorer.score(nodes[a], nodes[b]);
    }
}
