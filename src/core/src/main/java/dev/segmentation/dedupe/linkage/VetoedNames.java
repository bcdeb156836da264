package dev.segmentation.dedupe.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names that look much like those of a master and are kept apart by a veto, which no score outweighs. Asked for one master
 * at a time: the names of the whole list are looked through for those that share most of their words with it.
 */
public final class VetoedNames {
    /** Share of the weight of either name that its words in common have. */
    private static final float MOSTLY = 0.5f;

    private final LinkRules rules;
    private final List<NameNode> nodes;
    private final NameSet names;

    /**
     * A pair of names that a veto keeps apart.
     *
     * @param own key of the master's name
     * @param other key of the other name
     * @param customer key of a customer who has the other name
     * @param probability in [0, 1] that the two are one company but for the veto
     * @param veto why they are not
     */
    public record Vetoed(String own, String other, String customer, double probability, String veto) {}

    /** Looks at a list. */
    public VetoedNames(LinkRules rules, NamedCustomers list) {
        this.rules = rules;
        NodeBuilder builder = new NodeBuilder(rules.parser(), rules.tables(), list.overrides());
        builder.add(list.customers(), list.names());
        this.nodes = builder.nodes();
        this.names = new NameSet(nodes, rules.tables(), rules.model());
    }

    /**
     * The names that a veto keeps from a master, those that look most like it first, each once.
     *
     * @param members customer keys of the master
     * @param most at most so many
     */
    public List<Vetoed> of(Set<String> members, int most) {
        Set<NameNode> own = nodes.stream()
                .filter(node -> node.members().stream()
                        .anyMatch(member -> members.contains(member.customer().key())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        BitSet words = new BitSet();
        own.forEach(node -> words.or(stems(node)));
        PairScorer scorer =
                new PairScorer(names, rules.model().weights(rules.settings().policy()));
        return nodes.stream()
                .filter(other -> !own.contains(other) && !other.members().isEmpty() && mostly(other, words))
                .flatMap(other -> own.stream()
                        .filter(node -> mostly(node, stems(other)) && mostly(other, stems(node)))
                        .flatMap(node -> vetoed(node, other, scorer).stream())
                        .max(Comparator.comparingDouble(Vetoed::probability))
                        .stream())
                .sorted(Comparator.comparingDouble(Vetoed::probability)
                        .reversed()
                        .thenComparing(Vetoed::other))
                .limit(most)
                .toList();
    }

    private IntStream words(NameNode node) {
        return Arrays.stream(names.words, names.starts[node.index()], names.starts[node.index() + 1]);
    }

    private BitSet stems(NameNode node) {
        BitSet stems = new BitSet();
        words(node).map(word -> names.lexicon.stems[word]).forEach(stems::set);
        return stems;
    }

    private boolean mostly(NameNode node, BitSet stems) {
        Lexicon lexicon = names.lexicon;
        double all = words(node).mapToDouble(word -> lexicon.weights[word]).sum();
        double shared = words(node)
                .filter(word -> stems.get(lexicon.stems[word]))
                .mapToDouble(word -> lexicon.weights[word])
                .sum();
        return shared > 0 && shared >= MOSTLY * all;
    }

    private static Optional<Vetoed> vetoed(NameNode own, NameNode other, PairScorer scorer) {
        int a = Math.min(own.index(), other.index());
        int b = Math.max(own.index(), other.index());
        return Optional.ofNullable(scorer.veto(a, b))
                .map(veto -> new Vetoed(
                        own.key(),
                        other.key(),
                        other.members().get(0).customer().key(),
                        scorer.probabilityWithoutVeto(a, b),
                        veto));
    }
}
