package dev.segmentation.dedupe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Joins names into clusters, best pair first. Human verdicts come before any score; two clusters are joined only if
 * their names resemble each other on average and no pair of them is vetoed, so that A like B and B like C does not make A
 * and C one company (average link with cannot-links); and clusters that people keep apart never meet, whatever the path.
 */
final class Clusterer {
    /** Pairs across two clusters that are looked at; more would cost time and change little. */
    private static final int CROSS_PAIRS = 36;

    /** No pair: the node stands alone. */
    static final int NONE = -1;

    private final Linkage linkage;
    private final PairScorer.Scorer scorer;
    private final double cohesion;
    private final int[] parent;
    private final int[] next;
    private final int[] sizes;
    private final int[] broughtIn;
    private final Map<Integer, String> human = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();

    Clusterer(Linkage linkage, double cohesion) {
        this.linkage = linkage;
        this.scorer = linkage.scorer();
        this.cohesion = cohesion;
        int size = linkage.nodes().size();
        this.parent = new int[size];
        this.next = new int[size];
        this.sizes = new int[size];
        this.broughtIn = new int[size];
        Arrays.setAll(parent, i -> i);
        Arrays.setAll(next, i -> i);
        Arrays.fill(sizes, 1);
        Arrays.fill(broughtIn, NONE);
    }

    /** Keeps two names apart for good. */
    void never(int a, int b) {
        apart.computeIfAbsent(find(a), k -> new HashSet<>()).add(b);
        apart.computeIfAbsent(find(b), k -> new HashSet<>()).add(a);
    }

    /** Joins two names because people say so; {@code false} if people also keep them apart. */
    boolean must(int a, int b, String reason) {
        if (forbidden(a, b)) {
            return false;
        }
        human.putIfAbsent(a, reason);
        human.putIfAbsent(b, reason);
        union(find(a), find(b));
        return true;
    }

    /** Joins what resembles enough, from that probability on. */
    void join(double threshold) {
        NameSet names = linkage.names();
        for (int pair : linkage.bestFirst(threshold)) {
            int a = names.owner(linkage.pairs().left(pair));
            int b = names.owner(linkage.pairs().right(pair));
            int rootA = find(a);
            int rootB = find(b);
            if (rootA != rootB && !forbidden(a, b) && cohesive(rootA, rootB)) {
                broughtIn[a] = broughtIn[a] == NONE ? pair : broughtIn[a];
                broughtIn[b] = broughtIn[b] == NONE ? pair : broughtIn[b];
                union(rootA, rootB);
            }
        }
    }

    /** The cluster of every node, named by one of its nodes. */
    int[] roots() {
        int[] roots = new int[parent.length];
        Arrays.setAll(roots, this::find);
        return roots;
    }

    /** The nodes of the cluster of that node, in order of their index. */
    int[] members(int node) {
        int root = find(node);
        int[] members = new int[sizes[root]];
        int at = root;
        for (int i = 0; i < members.length; i++) {
            members[i] = at;
            at = next[at];
        }
        Arrays.sort(members);
        return members;
    }

    /** The human verdict that joined this node first, {@code null} if none did. */
    String verdict(int node) {
        return human.get(node);
    }

    /** The scored pair that brought this node in, {@link #NONE} if none did. */
    int broughtIn(int node) {
        return broughtIn[node];
    }

    /** Whether people keep the clusters of two nodes apart. */
    boolean forbidden(int a, int b) {
        Set<Integer> strangers = apart.get(find(a));
        int root = find(b);
        return strangers != null && strangers.stream().anyMatch(s -> find(s) == root);
    }

    private void union(int a, int b) {
        if (a == b) {
            return;
        }
        int root = sizes[a] > sizes[b] || sizes[a] == sizes[b] && a < b ? a : b;
        int child = root == a ? b : a;
        parent[child] = root;
        sizes[root] += sizes[child];
        int swap = next[root];
        next[root] = next[child];
        next[child] = swap;
        Set<Integer> moved = apart.remove(child);
        if (moved != null) {
            apart.computeIfAbsent(root, k -> new HashSet<>()).addAll(moved);
        }
    }

    private boolean cohesive(int a, int b) {
        return sizes[a] == 1 && sizes[b] == 1 || linking(members(a), members(b)) >= cohesion;
    }

    /** Mean probability across two sets of nodes, -1 if a pair is vetoed; of large sets some pairs stand for all. */
    double linking(int[] left, int[] right) {
        long total = (long) left.length * right.length;
        long step = Math.max(1, total / CROSS_PAIRS);
        double sum = 0;
        int count = 0;
        for (long i = 0; i < total; i += step) {
            int a = left[(int) (i / right.length)];
            int b = right[(int) (i % right.length)];
            double probability = a == b ? 1 : linkage.probability(a, b, scorer);
            if (probability < PairScorer.FORBIDDEN) {
                return -1;
            }
            sum += probability;
            count++;
        }
        return sum / count;
    }

    private int find(int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = node;
        while (parent[at] != root) {
            int up = parent[at];
            parent[at] = root;
            at = up;
        }
        return root;
    }
}
