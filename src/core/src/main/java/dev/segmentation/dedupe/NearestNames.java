package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Customers whose names resemble names that no customer has: the names asked for are blocked and scored among those of the
 * list, as a run would if they stood in it.
 */
public final class NearestNames {
    /** Probability below which a name is no help. */
    private static final double LEAST = 0.02;

    private final Linkage linkage;

    /**
     * A customer and how likely it is the one that is meant.
     *
     * @param customer its key
     * @param probability in [0, 1] that both names are one company
     */
    public record Near(String customer, double probability) {}

    /** Scores a list that holds the names asked for as customers of their own. */
    public NearestNames(LinkRules rules, NamedCustomers list) {
        linkage = new Linkage(new NodeBuilder(rules, list).nodes(), rules);
    }

    /**
     * The nearest customers of each name, best first.
     *
     * @param asked keys of the customers that stand for the names asked for
     * @param most at most so many names of others for each
     */
    public Map<String, List<Near>> of(Set<String> asked, int most) {
        Map<String, List<Near>> near = new HashMap<>();
        for (int pair : linkage.bestFirst(LEAST)) {
            List<String> a = keys(linkage.left(pair));
            List<String> b = keys(linkage.right(pair));
            double probability = linkage.probability(pair);
            add(near, a, b, probability, asked);
            add(near, b, a, probability, asked);
        }
        near.replaceAll((key, list) -> list.stream()
                .sorted(Comparator.comparingDouble(Near::probability).reversed().thenComparing(Near::customer))
                .limit(most)
                .toList());
        return near;
    }

    private List<String> keys(int node) {
        return linkage.nodes().get(node).members().stream()
                .map(member -> member.customer().key())
                .toList();
    }

    private static void add(
            Map<String, List<Near>> near,
            List<String> name,
            List<String> other,
            double probability,
            Set<String> asked) {
        Optional<String> known =
                other.stream().filter(key -> !asked.contains(key)).findFirst();
        name.stream().filter(key -> known.isPresent() && asked.contains(key)).forEach(key -> near.computeIfAbsent(
                        key, k -> new ArrayList<>())
                .add(new Near(known.get(), probability)));
    }
}
