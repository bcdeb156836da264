package dev.segmentation.evaluate.dedupe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Finds which two cells of one row of a contingency table make the most pairs: two entities within one master, or two
 * masters within one entity. Only what can be among the first few is ever built, so a master that joins ten thousand
 * entities costs no more than it has keys.
 */
final class CostliestPairs {
    private static final int EXAMPLES_PER_SIDE = 3;

    private final Contingency table;
    private final int limit;
    private final ToDoubleBiFunction<Integer, Integer> score;
    private final List<Cells> candidates = new ArrayList<>();

    /**
     * Two cells and their most similar items.
     *
     * @param pairs how many pairs the two cells make
     * @param a item of the one
     * @param b item of the other
     * @param score similarity of the two items
     */
    record Found(long pairs, int a, int b, double score) {}

    private record Cells(int first, int second, long pairs) {}

    private CostliestPairs(Contingency table, int limit, ToDoubleBiFunction<Integer, Integer> score) {
        this.table = table;
        this.limit = limit;
        this.score = score;
    }

    /** The costliest first, then the most similar, then in the order of the list. */
    static List<Found> of(int[] whole, int[] parts, int limit, ToDoubleBiFunction<Integer, Integer> score) {
        return limit == 0 ? List.of() : new CostliestPairs(Contingency.of(whole, parts), limit, score).find();
    }

    private List<Found> find() {
        int end;
        for (int cell = 0; cell < table.cells(); cell = end) {
            end = table.endOfRun(cell);
            if (end > cell + 1) {
                collect(cell, end);
            }
        }
        long least = leastThatCounts();
        return candidates.stream()
                .filter(cells -> cells.pairs() >= least)
                .map(this::example)
                .sorted(Comparator.comparingLong(Found::pairs)
                        .thenComparingDouble(Found::score)
                        .reversed()
                        .thenComparingInt(Found::a)
                        .thenComparingInt(Found::b))
                .limit(limit)
                .toList();
    }

    /** With cells by size, the pair at (i, j) follows all pairs at smaller places; if these fill the limit, it is out. */
    private void collect(int begin, int end) {
        int[] bySize = IntStream.range(begin, end)
                .boxed()
                .sorted(Comparator.comparingInt(table::count).reversed().thenComparing(cell -> table.member(cell, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < bySize.length; i++) {
            for (int j = i + 1; j < bySize.length && (i + 1L) * (j - i) <= limit; j++) {
                candidates.add(new Cells(bySize[i], bySize[j], (long) table.count(bySize[i]) * table.count(bySize[j])));
            }
        }
    }

    private long leastThatCounts() {
        long[] pairs = candidates.stream().mapToLong(Cells::pairs).sorted().toArray();
        return pairs.length > limit ? pairs[pairs.length - limit] : 0;
    }

    private Found example(Cells cells) {
        List<Found> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(EXAMPLES_PER_SIDE, table.count(cells.first())); i++) {
            for (int j = 0; j < Math.min(EXAMPLES_PER_SIDE, table.count(cells.second())); j++) {
                int a = table.member(cells.first(), i);
                int b = table.member(cells.second(), j);
                examples.add(new Found(cells.pairs(), Math.min(a, b), Math.max(a, b), score.applyAsDouble(a, b)));
            }
        }
        return Collections.max(examples, Comparator.comparingDouble(Found::score));
    }
}
