package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.Feature;
import dev.segmentation.dedupe.linkage.Lexicon;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.MatchModel;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.NameSet;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.dedupe.linkage.PairFeatures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
        this.names = NameSet.of(nodes, rules.tables(), rules.model().words());
    }

    /**
     * The names that a veto keeps from a master, those that look most like it first, each once.
     *
     * @param members customer keys of the master
     * @param most at most so many
     */
    public List<Vetoed> of(Set<String> members, int most) {
        List<NameNode> own = nodes.stream()
                .filter(node -> node.members().stream()
                        .anyMatch(member -> members.contains(member.customer().key())))
                .toList();
        BitSet words = new BitSet();
        own.forEach(node -> words.or(stems(node.index())));
        BitSet ours = new BitSet();
        own.forEach(node -> ours.set(node.index()));
        List<Vetoed> found = new ArrayList<>();
        PairFeatures features = new PairFeatures(names);
        for (NameNode other : nodes) {
            if (!ours.get(other.index()) && !other.members().isEmpty() && mostly(other.index(), words)) {
                own.stream()
                        .map(node -> vetoed(node, other, features))
                        .filter(pair -> pair != null)
                        .max(Comparator.comparingDouble(Vetoed::probability))
                        .ifPresent(found::add);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Vetoed::probability)
                        .reversed()
                        .thenComparing(Vetoed::other))
                .limit(most)
                .toList();
    }

    private BitSet stems(int entry) {
        BitSet stems = new BitSet();
        words(entry).forEach(word -> stems.set(names.lexicon().stem(word)));
        return stems;
    }

    private IntStream words(int entry) {
        return IntStream.range(names.start(entry), names.end(entry)).map(names::word);
    }

    private boolean mostly(int entry, BitSet stems) {
        Lexicon lexicon = names.lexicon();
        double all = words(entry).mapToDouble(lexicon::weight).sum();
        double shared = words(entry)
                .filter(word -> stems.get(lexicon.stem(word)))
                .mapToDouble(lexicon::weight)
                .sum();
        return shared > 0 && shared >= MOSTLY * all;
    }

    /** {@code null} if no veto applies, or the two have little in common. */
    private Vetoed vetoed(NameNode own, NameNode other, PairFeatures features) {
        if (!mostly(own.index(), stems(other.index())) || !mostly(other.index(), stems(own.index()))) {
            return null;
        }
        double[] values = features.of(Math.min(own.index(), other.index()), Math.max(own.index(), other.index()));
        Feature first = Feature.vetoIn(values);
        for (Feature veto = first; veto != null; veto = Feature.vetoIn(values)) {
            values[veto.ordinal()] = 0;
        }
        if (first == null) {
            return null;
        }
        double logOdds = rules.model().model(rules.settings().policy()).logOdds(values);
        return new Vetoed(
                own.key(),
                other.key(),
                other.members().get(0).customer().key(),
                MatchModel.probability(logOdds),
                first.veto());
    }
}
