package dev.segmentation.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * Word sequences with values, found in a list of words in one pass whose cost does not depend on how many sequences
 * there are. Each node is itself such a tree, of the sequences that go on behind its words.
 *
 * @param <T> what a sequence stands for
 */
public final class PhraseTrie<T> {
    private final Map<String, PhraseTrie<T>> next = new HashMap<>(4);
    private final List<T> values = new ArrayList<>(1);
    private final int length;

    /** A tree without sequences. */
    public PhraseTrie() {
        this(0);
    }

    private PhraseTrie(int length) {
        this.length = length;
    }

    /** Adds a sequence; one sequence may carry several values. */
    public void add(List<String> words, T value) {
        PhraseTrie<T> node = this;
        for (String word : words) {
            int behind = node.length + 1;
            node = node.next.computeIfAbsent(word, w -> new PhraseTrie<>(behind));
        }
        node.values.add(value);
    }

    boolean startsWith(String word) {
        return next.containsKey(word);
    }

    /** Reports every sequence that begins at that word: its values one by one, and its length. */
    public void matchesAt(List<String> words, int start, BiConsumer<T, Integer> found) {
        PhraseTrie<T> node = this;
        for (int i = start; i < words.size(); i++) {
            node = node.next.get(words.get(i));
            if (node == null) {
                return;
            }
            for (T value : node.values) {
                found.accept(value, node.length);
            }
        }
    }

    /** The node of the longest sequence that begins at that word, {@code null} if none does. */
    PhraseTrie<T> longestAt(List<String> words, int start) {
        return longest(words.size() - start, i -> words.get(start + i));
    }

    PhraseTrie<T> longest(int count, IntFunction<String> word) {
        PhraseTrie<T> node = this;
        PhraseTrie<T> best = null;
        for (int i = 0; i < count; i++) {
            node = node.next.get(word.apply(i));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                best = node;
            }
        }
        return best;
    }

    /** The first value that was added for the sequence that ends here. */
    T value() {
        return values.get(0);
    }

    int length() {
        return length;
    }
}
