package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/** Sets of numbers that only grow together. */
final class DisjointSets {
    private final int[] parent;
    private final int[] sizes;

    /** As many sets as numbers, from 0 on. */
    DisjointSets(int size) {
        parent = new int[size];
        sizes = new int[size];
        Arrays.setAll(parent, i -> i);
        Arrays.fill(sizes, 1);
    }

    /** The number that stands for the set of a number. */
    int find(int number) {
        int root = number;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = number;
        while (parent[at] != root) {
            int up = parent[at];
            parent[at] = root;
            at = up;
        }
        return root;
    }

    /** Joins the sets of two numbers; what stood for the larger one, or was the smaller number, stands for both. */
    int union(int a, int b) {
        int x = find(a);
        int y = find(b);
        if (x == y) {
            return x;
        }
        int root = sizes[x] > sizes[y] || sizes[x] == sizes[y] && x < y ? x : y;
        int child = root == x ? y : x;
        parent[child] = root;
        sizes[root] += sizes[child];
        return root;
    }

    /** How many numbers the set has for which that one stands. */
    int size(int root) {
        return sizes[root];
    }
}
