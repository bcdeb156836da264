package dev.segmentation.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins names into clusters, best pair first. Human verdicts come before any score; two clusters are joined only if
 * their names resemble each other on average, so that A like B and B like C does not make A and C one company; and
 * clusters that people keep apart never meet, whatever the path.
 */
final class Clusterer {
    private static final int CROSS_PAIRS = 64;

    private final List<NameNode> nodes;
    private final PairScorer scorer;
    private final double cohesion;
    private final int[] parent;
    private final Map<Integer, List<Integer>> members = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final Map<Integer, Edge> broughtIn = new HashMap<>();

    /**
     * Two names and why they belong together.
     *
     * @param a index of the smaller node
     * @param b index of the larger node
     * @param score similarity
     * @param reason the human verdict that joins them, {@code null} if their similarity does
     */
    record Edge(int a, int b, double score, String reason) {
        static final Comparator<Edge> BEST_FIRST = Comparator.comparingDouble(Edge::score)
                .reversed()
                .thenComparingInt(Edge::a)
                .thenComparingInt(Edge::b);

        int other(int node) {
            return node == a ? b : a;
        }
    }

    Clusterer(List<NameNode> nodes, PairScorer scorer, double cohesion) {
        this.nodes = nodes;
        this.scorer = scorer;
        this.cohesion = cohesion;
        this.parent = new int[nodes.size()];
        Arrays.setAll(parent, i -> i);
    }

    /** Keeps two names apart for good. */
    void never(int a, int b) {
        apart.computeIfAbsent(find(a), k -> new HashSet<>()).add(b);
        apart.computeIfAbsent(find(b), k -> new HashSet<>()).add(a);
    }

    /** Joins two names because people say so; {@code false} if people also keep them apart. */
    boolean must(Edge edge) {
        return !forbidden(find(edge.a()), find(edge.b())) && join(edge);
    }

    /** Joins what resembles enough. */
    void join(List<Edge> edges) {
        edges.stream().sorted(Edge.BEST_FIRST).forEach(edge -> {
            int a = find(edge.a());
            int b = find(edge.b());
            if (a != b && !forbidden(a, b) && cohesive(a, b)) {
                join(edge);
            }
        });
    }

    /** The clusters, each a sorted list of node indexes, in order of their first. */
    List<List<Integer>> clusters() {
        Map<Integer, List<Integer>> byRoot = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            byRoot.computeIfAbsent(find(i), k -> new ArrayList<>()).add(i);
        }
        return byRoot.values().stream()
                .sorted(Comparator.comparing(list -> list.get(0)))
                .toList();
    }

    /** The best edge that ties this name to its cluster, {@code null} if it stands alone. */
    Edge edgeOf(int node) {
        return broughtIn.get(node);
    }

    private boolean join(Edge edge) {
        broughtIn.putIfAbsent(edge.a(), edge);
        broughtIn.putIfAbsent(edge.b(), edge);
        int a = find(edge.a());
        int b = find(edge.b());
        if (a == b) {
            return true;
        }
        List<Integer> joined = new ArrayList<>(membersOf(a));
        joined.addAll(membersOf(b));
        int root = Math.min(a, b);
        int child = Math.max(a, b);
        parent[child] = root;
        members.put(root, joined);
        members.remove(child);
        Set<Integer> moved = apart.remove(child);
        if (moved != null) {
            apart.computeIfAbsent(root, k -> new HashSet<>()).addAll(moved);
        }
        return true;
    }

    private boolean forbidden(int a, int b) {
        Set<Integer> strangers = apart.get(a);
        return strangers != null && strangers.stream().anyMatch(s -> find(s) == b);
    }

    private boolean cohesive(int a, int b) {
        List<Integer> left = membersOf(a);
        List<Integer> right = membersOf(b);
        if (left.size() == 1 && right.size() == 1) {
            return true;
        }
        int total = left.size() * right.size();
        int step = Math.max(1, total / CROSS_PAIRS);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < total; i += step) {
            NameNode x = nodes.get(left.get(i / right.size()));
            NameNode y = nodes.get(right.get(i % right.size()));
            sum += scorer.score(x, y);
            count++;
        }
        return sum / count >= cohesion;
    }

    private List<Integer> membersOf(int root) {
        return members.getOrDefault(root, List.of(root));
    }

    private int find(int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[node] != root) {
            int next = parent[node];
            parent[node] = root;
            node = next;
        }
        return root;
    }
}
