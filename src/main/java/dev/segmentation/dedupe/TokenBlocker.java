package dev.segmentation.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks by what similar names share: their letters without spaces, their words in any order, how they begin, and their
 * rarest words. Within a block above the cap only neighbours in alphabetical order are paired.
 */
final class TokenBlocker implements Blocker {
    private static final int PREFIX = 7;
    private static final int WINDOW = 6;

    private final int cap;

    TokenBlocker(int cap) {
        this.cap = cap;
    }

    @Override
    public Candidates candidates(List<NameNode> nodes) {
        Map<String, List<NameNode>> blocks = new HashMap<>();
        Map<String, Integer> frequency = frequency(nodes);
        for (NameNode node : nodes) {
            if (!node.locked()) {
                keys(node, frequency).forEach(key -> blocks.computeIfAbsent(key, k -> new ArrayList<>(2))
                        .add(node));
            }
        }
        PairList pairs = new PairList();
        int capped = 0;
        for (List<NameNode> block : blocks.values()) {
            if (block.size() > cap) {
                capped++;
                block.sort(Comparator.comparing(NameNode::key));
            }
            addPairs(block, block.size() > cap ? WINDOW : cap, pairs);
        }
        return new Candidates(pairs.sortedDistinct(), capped);
    }

    private static Map<String, Integer> frequency(List<NameNode> nodes) {
        Map<String, Integer> frequency = new HashMap<>();
        for (NameNode node : nodes) {
            for (String word : node.words()) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
        return frequency;
    }

    private List<String> keys(NameNode node, Map<String, Integer> frequency) {
        List<String> keys = new ArrayList<>();
        String glued = node.key().replace(" ", "");
        keys.add("G" + glued);
        keys.add("P" + glued.substring(0, Math.min(PREFIX, glued.length())));
        String[] rare = node.words().clone();
        Arrays.sort(rare);
        keys.add("S" + String.join(" ", rare));
        Arrays.sort(rare, Comparator.comparing((String word) -> frequency.get(word)));
        for (int i = 0; i < Math.min(3, rare.length); i++) {
            if (frequency.get(rare[i]) <= cap) {
                keys.add("R" + rare[i]);
            }
        }
        if (rare.length > 2) {
            keys.add("T" + rare[0] + " " + rare[1]);
        }
        return keys;
    }

    private static void addPairs(List<NameNode> block, int reach, PairList pairs) {
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < Math.min(block.size(), i + 1 + reach); j++) {
                int a = block.get(i).index();
                int b = block.get(j).index();
                if (a != b) {
                    pairs.add((long) Math.min(a, b) << 32 | Math.max(a, b));
                }
            }
        }
    }

    /** A growing array of pairs. */
    private static final class PairList {
        private long[] pairs = new long[1024];
        private int size;

        void add(long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = pair;
        }

        long[] sortedDistinct() {
            Arrays.sort(pairs, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || pairs[i] != pairs[kept - 1]) {
                    pairs[kept++] = pairs[i];
                }
            }
            return Arrays.copyOf(pairs, kept);
        }
    }
}
