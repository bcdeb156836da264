package dev.segmentation.suggest.website;

import dev.segmentation.name.NameTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows of the registers by the words of their names. It only says which rows are worth a look; whether one is the
 * organisation that is meant is for others to tell. Safe for use by many threads.
 */
final class RegisterIndex {
    /** Words are looked up until they led to so many rows. */
    private static final int ROWS = 800;

    /** How many rows are worth a look; some fifty counties share a name. */
    private static final int LOOKED_AT = 90;

    /** Rows of whose words less is sought are no likeness. */
    private static final float LEAST = 0.25f;

    private static final int[] NONE = {};

    private final List<RegisterRow> rows;
    private final RegisterWords splitter;
    private final Map<String, Integer> ids = new HashMap<>();
    private final int[][] words;
    private final int[][] postings;
    private final double[] weights;
    private final Map<String, int[]> joined = new HashMap<>();
    private final Misspellings misspellings;

    RegisterIndex(List<RegisterRow> rows, NameTables tables) {
        this.rows = rows;
        this.splitter = new RegisterWords(tables);
        this.words = new int[rows.size()][];
        List<List<String>> split =
                rows.parallelStream().map(row -> splitter.of(row.name())).toList();
        for (int i = 0; i < words.length; i++) {
            List<String> own = split.get(i);
            words[i] = own.stream()
                    .mapToInt(word -> ids.computeIfAbsent(word, w -> ids.size()))
                    .toArray();
            if (own.size() > 1) {
                joined.merge(own.get(0) + own.get(1), new int[] {i}, RegisterIndex::concat);
            }
        }
        this.postings = postings(words, ids.size());
        this.weights = Arrays.stream(postings)
                .mapToDouble(some -> Math.log((double) rows.size() / some.length) + 0.1)
                .toArray();
        this.misspellings = new Misspellings(ids.keySet());
    }

    private static int[][] postings(int[][] words, int count) {
        int[] sizes = new int[count];
        for (int[] row : words) {
            for (int word : row) {
                sizes[word]++;
            }
        }
        int[][] postings = new int[count][];
        for (int i = 0; i < count; i++) {
            postings[i] = new int[sizes[i]];
        }
        for (int row = words.length - 1; row >= 0; row--) {
            for (int word : words[row]) {
                postings[word][--sizes[word]] = row;
            }
        }
        return postings;
    }

    private static int[] concat(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    List<RegisterRow> rows() {
        return rows;
    }

    /** In how many rows a folded word stands. */
    int count(String word) {
        Integer id = ids.get(word);
        return id == null ? 0 : postings[id].length;
    }

    List<String> words(String text) {
        return splitter.of(text);
    }

    List<RegisterRow> near(Collection<String> names) {
        Set<Integer> meant = meant(names);
        BitSet sought = new BitSet(postings.length);
        meant.forEach(sought::set);
        Map<Integer, Float> written = new HashMap<>();
        for (String join : joins(names)) {
            for (int row : joined.getOrDefault(join, NONE)) {
                written.put(row, 1f);
            }
        }
        BitSet found = new BitSet(words.length);
        written.keySet().forEach(found::set);
        for (int word : rarest(meant)) {
            for (int row : postings[word]) {
                found.set(row);
            }
        }
        return likeliest(found.stream()
                .mapToLong(row -> ranked(row, written.getOrDefault(row, likeness(row, sought))))
                .toArray());
    }

    /** Likeness and row as one number, so that many are sorted at once; of equal ones the first row is the greatest. */
    private static long ranked(int row, float likeness) {
        return (long) Float.floatToIntBits(likeness) << Integer.SIZE | Integer.MAX_VALUE - row;
    }

    private List<RegisterRow> likeliest(long[] ranked) {
        Arrays.sort(ranked);
        List<RegisterRow> likeliest = new ArrayList<>();
        long least = ranked(0, LEAST);
        for (int i = ranked.length - 1; i >= 0 && likeliest.size() < LOOKED_AT && ranked[i] >= least; i--) {
            likeliest.add(rows.get(Integer.MAX_VALUE - (int) ranked[i]));
        }
        return likeliest;
    }

    /** The known words among these, and what unknown ones may be typos of. */
    private Set<Integer> meant(Collection<String> names) {
        Set<Integer> meant = new LinkedHashSet<>();
        for (String name : names) {
            Integer id = ids.get(name);
            if (id != null) {
                meant.add(id);
            } else {
                misspellings.of(name).forEach(word -> meant.add(ids.get(word)));
            }
        }
        return meant;
    }

    /** The rarest words, as many as lead to a bounded number of rows, one at least. */
    private List<Integer> rarest(Set<Integer> meant) {
        List<Integer> sorted = meant.stream()
                .sorted(Comparator.comparingInt(word -> postings[word].length))
                .toList();
        int count = 0;
        for (int rows = 0; count < sorted.size() && rows <= ROWS; count++) {
            rows += postings[sorted.get(count)].length;
        }
        return sorted.subList(0, count);
    }

    /** Two words as one, and one word that a register may write as two. */
    private static List<String> joins(Collection<String> names) {
        List<String> own = List.copyOf(names);
        List<String> joins = new ArrayList<>(own);
        for (int i = 0; i + 1 < own.size(); i++) {
            joins.add(own.get(i) + own.get(i + 1));
        }
        return joins;
    }

    /** How much of the words of a row is sought: rare words count most. */
    private float likeness(int row, BitSet sought) {
        double all = 1;
        double common = 0;
        for (int word : words[row]) {
            all += weights[word];
            common += sought.get(word) ? weights[word] : 0;
        }
        return (float) (common / all);
    }
}
