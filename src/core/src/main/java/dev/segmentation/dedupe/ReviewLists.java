package dev.segmentation.dedupe;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.MatchModel;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.PairExplanation;
import dev.segmentation.dedupe.linkage.PairScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people should look at: masters that may be one company, and members that may not belong to their master. First
 * what moves most customer keys and is least sure.
 */
final class ReviewLists {
    /** More rows than anybody reads. */
    private static final int MOST = 10_000;

    /** Mean probability to the other names of its master below which a member is doubtful. */
    private static final double DOUBTFUL = 0.8;

    private final Linkage linkage;
    private final Clusterer clusterer;
    private final MasterCustomer[] masters;
    private final PairExplanation explanation;

    /** Lists for clusters whose master each node knows; a node that no customer has may have none. */
    ReviewLists(Linkage linkage, Clusterer clusterer, MasterCustomer[] masters) {
        this.linkage = linkage;
        this.clusterer = clusterer;
        this.masters = masters;
        this.explanation = new PairExplanation(linkage);
    }

    /** Pairs of masters, each once, that were not joined although they resemble each other. */
    List<ReviewPair> possibleMerges(DedupeSettings settings) {
        int[] roots = clusterer.roots();
        Set<Long> seen = new HashSet<>();
        List<ReviewPair> found = new ArrayList<>();
        for (int pair : linkage.bestFirst(settings.possibleThreshold())) {
            int a = linkage.names().owner(linkage.pairs().left(pair));
            int b = linkage.names().owner(linkage.pairs().right(pair));
            long roof = (long) Math.min(roots[a], roots[b]) << 32 | Math.max(roots[a], roots[b]);
            if (roots[a] != roots[b]
                    && masters[a] != null
                    && masters[b] != null
                    && !clusterer.forbidden(a, b)
                    && seen.add(roof)) {
                found.add(merge(pair, a, b, settings));
                if (found.size() >= 4 * MOST) {
                    break;
                }
            }
        }
        return ranked(found, Comparator.comparingDouble(ReviewPair::score).reversed());
    }

    private ReviewPair merge(int pair, int a, int b, DedupeSettings settings) {
        boolean swap = masters[b].members().size() > masters[a].members().size();
        MasterCustomer first = masters[swap ? b : a];
        MasterCustomer second = masters[swap ? a : b];
        double score = linkage.probability(pair);
        int left = linkage.pairs().left(pair);
        int right = linkage.pairs().right(pair);
        String names =
                linkage.nodes().get(a).key() + " and " + linkage.nodes().get(b).key();
        String why = score >= settings.mergeThreshold()
                ? names + " resemble each other, but the other names of the two masters do not: "
                : names + ": ";
        return new ReviewPair(
                first.canonical(),
                second.canonical(),
                score,
                why + explanation.words(left, right) + ".",
                first.members().size(),
                second.members().size());
    }

    /** Members that similarity brought in and that resemble the other names of their master little. */
    List<ReviewPair> possibleSplits() {
        ThreadLocal<PairScorer> scorers = ThreadLocal.withInitial(linkage::scorer);
        return ranked(
                linkage.nodes().parallelStream()
                        .filter(node -> clusterer.broughtIn(node.index()) != Clusterer.NONE
                                && !node.members().isEmpty())
                        .map(node -> new Doubt(node, clusterer.others(node.index()), scorers.get()))
                        .filter(doubt -> doubt.score < DOUBTFUL && !namesMaster(doubt.node))
                        .toList()
                        .stream()
                        .map(this::split)
                        .toList(),
                Comparator.comparingDouble(ReviewPair::score));
    }

    /** The name that the master has cannot leave it; the row of the other name says the same. */
    private boolean namesMaster(NameNode node) {
        return node.members().get(0).name().canonical().equals(masters[node.index()].canonical());
    }

    /** How much a member resembles the other names of its master. */
    private final class Doubt {
        private final NameNode node;
        private final int others;
        private final double score;

        Doubt(NameNode node, int[] others, PairScorer scorer) {
            this.node = node;
            this.others = others.length;
            this.score = Math.max(0, clusterer.linking(new int[] {node.index()}, others, scorer));
        }
    }

    private ReviewPair split(Doubt doubt) {
        NameNode node = doubt.node;
        int pair = clusterer.broughtIn(node.index());
        return new ReviewPair(
                masters[node.index()].canonical(),
                node.members().get(0).name().canonical(),
                doubt.score,
                "Brought in with " + MatchModel.text(linkage.probability(pair)) + ", but resembles the " + doubt.others
                        + " other names of the master less: "
                        + explanation.words(
                                linkage.pairs().left(pair), linkage.pairs().right(pair)) + ".",
                masters[node.index()].members().size(),
                node.members().size());
    }

    private static List<ReviewPair> ranked(List<ReviewPair> found, Comparator<ReviewPair> surest) {
        return found.stream()
                .sorted(Comparator.comparingInt((ReviewPair pair) -> -Math.min(pair.masterKeys(), pair.otherKeys()))
                        .thenComparing(
                                Comparator.comparingInt((ReviewPair pair) -> -pair.masterKeys() - pair.otherKeys()))
                        .thenComparing(surest)
                        .thenComparing(ReviewPair::master)
                        .thenComparing(ReviewPair::other))
                .limit(MOST)
                .toList();
    }
}
