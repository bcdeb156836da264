package dev.segmentation.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Word sequences with values, found in a list of words in one pass whose cost does not depend on how many sequences
 * there are.
 *
 * @param <T> what a sequence stands for
 */
public final class PhraseTrie<T> {
    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(4);
        private final List<T> values = new ArrayList<>(1);
    }

    /** A sequence found: its value and how many words it covers. */
    public record Hit<T>(T value, int length) {}

    /** Adds a sequence; one sequence may carry several values. */
    public void add(List<String> words, T value) {
        Node<T> node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
        }
        node.values.add(value);
    }

    /** Reports every sequence that begins at that word: its values one by one, and its length. */
    public void matchesAt(List<String> words, int start, BiConsumer<T, Integer> found) {
        Node<T> node = root;
        for (int i = start; i < words.size(); i++) {
            node = node.next.get(words.get(i));
            if (node == null) {
                return;
            }
            for (T value : node.values) {
                found.accept(value, i - start + 1);
            }
        }
    }

    /** The longest sequence that begins at that word, {@code null} if none does; the first value added counts. */
    public Hit<T> longestAt(List<String> words, int start) {
        Node<T> node = root;
        Hit<T> best = null;
        for (int i = start; i < words.size(); i++) {
            node = node.next.get(words.get(i));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                best = new Hit<>(node.values.get(0), i - start + 1);
            }
        }
        return best;
    }
}
