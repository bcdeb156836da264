package dev.segmentation.evaluate.dedupe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What changes between two neighbouring thresholds: one master at the lower is several at the higher.
 *
 * @param lower the lower threshold
 * @param higher the higher threshold
 * @param masters how many masters of the lower come apart
 * @param examples those that lose most keys
 */
public record ThresholdStep(double lower, double higher, int masters, List<Example> examples) {
    private static final int SHOWN_PARTS = 4;

    /**
     * One master of the lower threshold.
     *
     * @param keys its keys
     * @param masters how many masters it is at the higher threshold
     * @param parts the largest of these
     */
    public record Example(int keys, int masters, List<Part> parts) {}

    /**
     * One master of the higher threshold, as far as it comes from that master.
     *
     * @param name the name that most of its keys have
     * @param keys its keys
     */
    public record Part(String name, int keys) {}

    /** Compares two neighbours. */
    static ThresholdStep between(
            double lower, int[] atLower, double higher, int[] atHigher, IntFunction<String> names, int limit) {
        Contingency table = new Contingency(atLower, atHigher);
        List<List<Integer>> split = table.split();
        Comparator<List<Integer>> leastLost =
                Comparator.comparingInt(cells -> keys(table, cells) - table.count(cells.get(0)));
        List<Example> examples = split.stream()
                .sorted(leastLost.reversed().thenComparing(cells -> first(table, cells)))
                .limit(limit)
                .map(cells -> new Example(
                        keys(table, cells),
                        cells.size(),
                        cells.stream()
                                .limit(SHOWN_PARTS)
                                .map(cell -> new Part(mostFrequent(table, cell, names), table.count(cell)))
                                .toList()))
                .toList();
        return new ThresholdStep(lower, higher, split.size(), examples);
    }

    private static int keys(Contingency table, List<Integer> cells) {
        return cells.stream().mapToInt(table::count).sum();
    }

    private static int first(Contingency table, List<Integer> cells) {
        return table.member(cells.stream().min(Comparator.naturalOrder()).orElseThrow(), 0);
    }

    private static String mostFrequent(Contingency table, int cell, IntFunction<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, table.count(cell))
                .forEach(i -> counts.merge(names.apply(table.member(cell, i)), 1, Integer::sum));
        return counts.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
