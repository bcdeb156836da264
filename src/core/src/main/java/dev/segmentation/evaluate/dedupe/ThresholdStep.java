package dev.segmentation.evaluate.dedupe;

import java.util.ArrayList;
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
        Contingency table = Contingency.of(atLower, atHigher);
        List<int[]> runs = new ArrayList<>();
        int end;
        for (int cell = 0; cell < table.cells(); cell = end) {
            end = table.endOfRun(cell);
            if (end > cell + 1) {
                runs.add(new int[] {cell, end, lost(table, cell, end)});
            }
        }
        List<Example> examples = runs.stream()
                .sorted(Comparator.comparingInt((int[] run) -> -run[2])
                        .thenComparingInt(run -> table.member(run[0], 0)))
                .limit(limit)
                .map(run -> example(table, run[0], run[1], names))
                .toList();
        return new ThresholdStep(lower, higher, runs.size(), examples);
    }

    private static int lost(Contingency table, int begin, int end) {
        int total = 0;
        int largest = 0;
        for (int cell = begin; cell < end; cell++) {
            total += table.count(cell);
            largest = Math.max(largest, table.count(cell));
        }
        return total - largest;
    }

    private static Example example(Contingency table, int begin, int end, IntFunction<String> names) {
        List<Part> parts = IntStream.range(begin, end)
                .boxed()
                .sorted(Comparator.comparingInt(table::count).reversed().thenComparing(cell -> table.member(cell, 0)))
                .limit(SHOWN_PARTS)
                .map(cell -> new Part(mostFrequent(table, cell, names), table.count(cell)))
                .toList();
        int keys = IntStream.range(begin, end).map(table::count).sum();
        return new Example(keys, end - begin, parts);
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
