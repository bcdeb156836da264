package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.PairExplanation;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.dedupe.linkage.Veto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scored pairs of one list, for questions asked about it: what another threshold would do, how alike two customers
 * are. For one thread.
 */
public final class PairScores {
    private final Preparation preparation;
    private final PairScorer.Scorer scorer;
    private final PairExplanation explanation;
    private final int[] nodes;

    /** Questions about that list. */
    public PairScores(Preparation preparation) {
        this.preparation = preparation;
        List<Customer> customers = preparation.list().customers();
        scorer = preparation.linkage().scorer();
        explanation = new PairExplanation(preparation.linkage());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < customers.size(); i++) {
            places.put(customers.get(i).key(), i);
        }
        nodes = new int[customers.size()];
        for (NameNode node : preparation.linkage().nodes()) {
            node.members().forEach(member -> nodes[places.get(member.customer().key())] = node.index());
        }
    }

    /** The cluster of each customer, in the order of the list, if names were merged from that threshold on. */
    public int[] clustersAt(double mergeThreshold, double cohesion) {
        int[] roots = preparation.cluster(mergeThreshold, cohesion).roots();
        int[] clusters = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            clusters[i] = roots[nodes[i]];
        }
        return clusters;
    }

    /** Probability in [0, 1] that the customers at two places of the list are one; 1 if their names have one key. */
    public double score(int a, int b) {
        return nodes[a] == nodes[b] ? 1 : preparation.linkage().probability(nodes[a], nodes[b], scorer);
    }

    /** What forbids that the customers at two places of the list are one, in words. */
    public Optional<String> veto(int a, int b) {
        Veto veto = nodes[a] == nodes[b] ? null : explanation.veto(nodes[a], nodes[b]);
        return Optional.ofNullable(veto).map(Veto::sentence);
    }
}
