package dev.segmentation.service;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which places of a list words stand, found by how the words begin. Never changes. */
final class WordIndex {
    private final String[] words;
    private final int[][] places;
    private final int size;

    private WordIndex(Map<String, Places> found, int size) {
        this.size = size;
        this.words = found.keySet().toArray(String[]::new);
        Arrays.sort(words);
        this.places = new int[words.length][];
        Arrays.setAll(places, i -> found.get(words[i]).whole());
    }

    /** Takes in the words of one place after the other. */
    static final class Builder {
        private final Map<String, Places> found = new HashMap<>();
        private int place;

        void add(List<String> wordsOfPlace) {
            for (String word : wordsOfPlace) {
                found.computeIfAbsent(word, w -> new Places()).add(place);
            }
        }

        void next() {
            place++;
        }

        WordIndex build() {
            return new WordIndex(found, place);
        }
    }

    /** Places in rising order. */
    private static final class Places {
        private int[] list = new int[1];
        private int count;

        void add(int place) {
            if (count > 0 && list[count - 1] == place) {
                return;
            }
            if (count == list.length) {
                list = Arrays.copyOf(list, count * 2);
            }
            list[count++] = place;
        }

        int[] whole() {
            return count == list.length ? list : Arrays.copyOf(list, count);
        }
    }

    /** The places that have, for each of these, a word that begins so; no place if there are none. */
    BitSet beginning(List<String> prefixes) {
        BitSet all = null;
        for (String prefix : prefixes) {
            BitSet some = beginning(prefix);
            if (all == null) {
                all = some;
            } else {
                all.and(some);
            }
        }
        return all == null ? new BitSet() : all;
    }

    private BitSet beginning(String prefix) {
        BitSet some = new BitSet(size);
        int at = Arrays.binarySearch(words, prefix);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(prefix); i++) {
            for (int place : places[i]) {
                some.set(place);
            }
        }
        return some;
    }
}
