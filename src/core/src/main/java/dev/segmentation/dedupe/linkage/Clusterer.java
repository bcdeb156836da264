package dev.segmentation.dedupe.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Joins names into clusters, best pair first. Human verdicts come before any score; two clusters are joined only if
 * their names resemble each other on average and no pair of them is vetoed, so that A like B and B like C does not make A
 * and C one company (average link with cannot-links); and clusters that people keep apart never meet, whatever the path.
 */
public final class Clusterer {
    /** Pairs across two clusters that are looked at; more would cost time and change little. */
    private static final int CROSS_PAIRS = 36;

    /** No pair: the node stands alone. */
    public static final int NONE = -1;

    /** Parts of the work that threads take one after the other. */
    private static final int PARTS = 64;

    private final Linkage linkage;
    private final double cohesion;
    /** By node another node of its cluster, nearer to the root that names the cluster; a root stands for itself. */
    private final int[] parents;

    private final int[] sizes;
    private final int[] next;
    private final int[] broughtIn;
    private final Map<Integer, String> human = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new ConcurrentHashMap<>();

    /** Every name on its own; two clusters need that mean probability across all their names to be joined. */
    public Clusterer(Linkage linkage, double cohesion) {
        this.linkage = linkage;
        this.cohesion = cohesion;
        int size = linkage.nodes().size();
        this.parents = IntStream.range(0, size).toArray();
        this.next = parents.clone();
        this.sizes = new int[size];
        Arrays.fill(sizes, 1);
        this.broughtIn = new int[size];
        Arrays.fill(broughtIn, NONE);
    }

    /** Keeps two names apart for good. */
    public void never(int a, int b) {
        apart.computeIfAbsent(find(a), k -> new HashSet<>()).add(b);
        apart.computeIfAbsent(find(b), k -> new HashSet<>()).add(a);
    }

    /** Joins two names because people say so; {@code false} if people also keep them apart. */
    public boolean must(int a, int b, String reason) {
        if (forbidden(a, b)) {
            return false;
        }
        human.putIfAbsent(a, reason);
        human.putIfAbsent(b, reason);
        union(a, b);
        return true;
    }

    /**
     * Joins what resembles enough, from that probability on. Names that no chain of pairs connects never meet, so that
     * several threads may work on them.
     */
    public void join(double threshold) {
        int[] pairs = linkage.bestFirst(threshold);
        int[] connected = parents.clone();
        apart.forEach((node, strangers) -> strangers.forEach(stranger -> connect(connected, node, stranger)));
        for (int pair : pairs) {
            connect(connected, linkage.left(pair), linkage.right(pair));
        }
        byte[] parts = new byte[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            parts[i] = (byte) (find(connected, linkage.left(pairs[i])) % PARTS);
        }
        ThreadLocal<PairScorer> scorers = ThreadLocal.withInitial(linkage::scorer);
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            for (int i = 0; i < pairs.length; i++) {
                if (parts[i] == part) {
                    join(pairs[i], scorers.get());
                }
            }
        });
    }

    private static void connect(int[] parents, int a, int b) {
        int x = find(parents, a);
        int y = find(parents, b);
        parents[Math.max(x, y)] = Math.min(x, y);
    }

    private int find(int node) {
        return find(parents, node);
    }

    private static int find(int[] parents, int node) {
        int root = node;
        while (parents[root] != root) {
            root = parents[root];
        }
        int at = node;
        while (parents[at] != root) {
            int up = parents[at];
            parents[at] = root;
            at = up;
        }
        return root;
    }

    private void join(int pair, PairScorer with) {
        int a = linkage.left(pair);
        int b = linkage.right(pair);
        if (find(a) != find(b) && !forbidden(a, b) && cohesive(a, b, with)) {
            broughtIn[a] = broughtIn[a] == NONE ? pair : broughtIn[a];
            broughtIn[b] = broughtIn[b] == NONE ? pair : broughtIn[b];
            union(a, b);
        }
    }

    /** The cluster of every node, named by one of its nodes. */
    public int[] roots() {
        return IntStream.range(0, next.length).map(this::find).toArray();
    }

    /** The nodes of the cluster of that node, in order of their index. */
    public int[] members(int node) {
        int[] members = new int[sizes[find(node)]];
        for (int i = 0, at = node; i < members.length; i++, at = next[at]) {
            members[i] = at;
        }
        Arrays.sort(members);
        return members;
    }

    /** The human verdict that joined this node first, {@code null} if none did. */
    public String verdict(int node) {
        return human.get(node);
    }

    /** The scored pair that brought this node in, {@link #NONE} if none did. */
    public int broughtIn(int node) {
        return broughtIn[node];
    }

    /** Whether people keep the clusters of two nodes apart. */
    public boolean forbidden(int a, int b) {
        Set<Integer> strangers = apart.get(find(a));
        int root = find(b);
        return strangers != null && strangers.stream().anyMatch(s -> find(s) == root);
    }

    private void union(int a, int b) {
        int x = find(a);
        int y = find(b);
        if (x == y) {
            return;
        }
        int root = sizes[x] > sizes[y] || sizes[x] == sizes[y] && x < y ? x : y;
        int child = root == x ? y : x;
        parents[child] = root;
        sizes[root] += sizes[child];
        int swap = next[root];
        next[root] = next[child];
        next[child] = swap;
        Set<Integer> moved = apart.remove(child);
        if (moved != null) {
            apart.computeIfAbsent(root, k -> new HashSet<>()).addAll(moved);
        }
    }

    private boolean cohesive(int a, int b, PairScorer with) {
        return sizes[find(a)] == 1 && sizes[find(b)] == 1 || linking(members(a), members(b), with) >= cohesion;
    }

    /** By the scorer of the calling thread the mean probability across two sets of nodes, -1 if a pair is vetoed; of large sets some pairs stand for all. */
    public double linking(int[] left, int[] right, PairScorer with) {
        long total = (long) left.length * right.length;
        long step = Math.max(1, total / CROSS_PAIRS);
        double sum = 0;
        int count = 0;
        for (long i = 0; i < total; i += step) {
            int a = left[(int) (i / right.length)];
            int b = right[(int) (i % right.length)];
            double probability = a == b ? 1 : linkage.probability(a, b, with);
            if (probability < PairScorer.FORBIDDEN) {
                return -1;
            }
            sum += probability;
            count++;
        }
        return sum / count;
    }
}
