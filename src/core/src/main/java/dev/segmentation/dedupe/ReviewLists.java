package dev.segmentation.dedupe;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NameNode;
import dev.segmentation.dedupe.linkage.PairScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final ThreadLocal<PairScorer> scorers;

    /** Lists for clusters whose master each node knows; a node that no customer has may have none. */
    ReviewLists(Linkage linkage, Clusterer clusterer, MasterCustomer[] masters) {
        this.linkage = linkage;
        this.clusterer = clusterer;
        this.masters = masters;
        this.scorers = ThreadLocal.withInitial(linkage::scorer);
    }

    /** Pairs of masters, each once, that were not joined although they resemble each other. */
    List<ReviewPair> possibleMerges(DedupeSettings settings) {
        int[] roots = clusterer.roots();
        Set<Long> seen = new HashSet<>();
        List<ReviewPair> found = new ArrayList<>();
        for (int pair : linkage.bestFirst(settings.possibleThreshold())) {
            int a = linkage.left(pair);
            int b = linkage.right(pair);
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
        String why = linkage.nodes().get(a).key() + " and "
                + linkage.nodes().get(b).key()
                + (score >= settings.mergeThreshold()
                        ? " resemble each other, but the other names of the two masters do not: "
                        : ": ")
                + words(pair) + ".";
        return new ReviewPair(
                first.canonical(),
                second.canonical(),
                score,
                why,
                first.members().size(),
                second.members().size());
    }

    private String words(int pair) {
        return scorers.get().words(linkage.leftEntry(pair), linkage.rightEntry(pair));
    }

    /** Members that similarity brought in and that resemble the other names of their master little. */
    List<ReviewPair> possibleSplits() {
        List<ReviewPair> found = linkage.nodes().parallelStream()
                .filter(node -> clusterer.broughtIn(node.index()) != Clusterer.NONE
                        && !node.members().isEmpty())
                .flatMap(node -> split(node).stream())
                .toList();
        return ranked(found, Comparator.comparingDouble(ReviewPair::score));
    }

    private Optional<ReviewPair> split(NameNode node) {
        MasterCustomer master = masters[node.index()];
        String name = node.members().get(0).name().canonical();
        int[] self = {node.index()};
        int[] others = Arrays.stream(clusterer.members(node.index()))
                .filter(member -> member != node.index())
                .toArray();
        double score = Math.max(0, clusterer.linking(self, others, scorers.get()));
        // the name that the master has cannot leave it; the row of the other name says the same
        if (score >= DOUBTFUL || name.equals(master.canonical())) {
            return Optional.empty();
        }
        int pair = clusterer.broughtIn(node.index());
        String why = "Brought in with " + PairScorer.text(linkage.probability(pair)) + ", but resembles the "
                + others.length + " other names of the master less: " + words(pair) + ".";
        return Optional.of(new ReviewPair(
                master.canonical(),
                name,
                score,
                why,
                master.members().size(),
                node.members().size()));
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
