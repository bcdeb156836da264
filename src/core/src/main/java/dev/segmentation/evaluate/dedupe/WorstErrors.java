package dev.segmentation.evaluate.dedupe;

import dev.segmentation.dedupe.DedupeEntry;
import dev.segmentation.dedupe.DedupeTrial;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** The costliest errors of the configured dedupe, both ways: what it joined wrongly and what it left apart. */
final class WorstErrors {
    private static final int EXAMPLES_PER_SIDE = 3;

    private final DedupeTrial dedupe;
    private final Labels labels;
    private final int[] masters;

    /**
     * Two cells of a contingency table and their most similar items.
     *
     * @param pairs how many pairs the two cells make
     * @param a item of the one
     * @param b item of the other
     * @param score similarity of the two items
     */
    record Found(long pairs, int a, int b, double score) {}

    /** Errors among labelled customers, of which these are the masters. */
    WorstErrors(DedupeTrial dedupe, Labels labels, int[] masters) {
        this.dedupe = dedupe;
        this.labels = labels;
        this.masters = masters;
    }

    /** Two entities in one master. */
    List<PairError> falseMerges(int limit) {
        return costliest(masters, labels.entities(), limit, this::score).stream()
                .map(found -> error(found, reasons(entry(found.a()), entry(found.b()))))
                .toList();
    }

    /** One entity in two masters. */
    List<PairError> missedMerges(int limit) {
        return costliest(labels.entities(), masters, limit, this::score).stream()
                .map(found -> error(found, obstacle(found)))
                .toList();
    }

    /**
     * Which two cells of one row of a contingency table make the most pairs: two entities within one master, or two masters
     * within one entity. Only what can be among the first few is ever built, so a master that joins ten thousand entities
     * costs no more than it has keys. The costliest come first, then the most similar, then in the order of the list.
     */
    static List<Found> costliest(int[] whole, int[] parts, int limit, ToDoubleBiFunction<Integer, Integer> score) {
        Contingency table = new Contingency(whole, parts);
        List<int[]> candidates = new ArrayList<>();
        for (List<Integer> cells : table.split()) {
            // with cells by size, the pair at (i, j) follows all pairs at smaller places; if these fill the limit, it
            // is out
            for (int i = 0; i < cells.size(); i++) {
                for (int j = i + 1; j < cells.size() && (i + 1L) * (j - i) <= limit; j++) {
                    candidates.add(new int[] {cells.get(i), cells.get(j)});
                }
            }
        }
        long[] pairs = candidates.stream()
                .mapToLong(cells -> pairs(table, cells))
                .sorted()
                .toArray();
        long least = pairs.length > limit ? pairs[pairs.length - limit] : 0;
        return candidates.stream()
                .filter(cells -> pairs(table, cells) >= least)
                .map(cells -> example(table, cells, score))
                .sorted(Comparator.comparingLong(Found::pairs)
                        .thenComparingDouble(Found::score)
                        .reversed()
                        .thenComparingInt(Found::a)
                        .thenComparingInt(Found::b))
                .limit(limit)
                .toList();
    }

    private static long pairs(Contingency table, int[] cells) {
        return (long) table.count(cells[0]) * table.count(cells[1]);
    }

    private static Found example(Contingency table, int[] cells, ToDoubleBiFunction<Integer, Integer> score) {
        List<Found> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(EXAMPLES_PER_SIDE, table.count(cells[0])); i++) {
            for (int j = 0; j < Math.min(EXAMPLES_PER_SIDE, table.count(cells[1])); j++) {
                int a = table.member(cells[0], i);
                int b = table.member(cells[1], j);
                examples.add(new Found(pairs(table, cells), Math.min(a, b), Math.max(a, b), score.applyAsDouble(a, b)));
            }
        }
        return Collections.max(examples, Comparator.comparingDouble(Found::score));
    }

    private double score(int a, int b) {
        return dedupe.score(labels.items()[a], labels.items()[b]);
    }

    private DedupeEntry entry(int item) {
        return dedupe.configured().entries().get(labels.items()[item]);
    }

    private PairError error(Found found, String why) {
        return new PairError(found.pairs(), found.score(), side(found.a()), side(found.b()), why);
    }

    private PairError.Side side(int item) {
        DedupeEntry entry = entry(item);
        return new PairError.Side(
                entry.customer().key(),
                entry.customer().name(),
                entry.master().name(),
                entry.master().id(),
                labels.names()[labels.entities()[item]]);
    }

    private static String reasons(DedupeEntry a, DedupeEntry b) {
        return a.reason().equals(b.reason())
                ? a.reason()
                : a.customer().key() + ": " + a.reason() + " " + b.customer().key() + ": " + b.reason();
    }

    private String obstacle(Found found) {
        DedupeEntry a = entry(found.a());
        DedupeEntry b = entry(found.b());
        String veto = dedupe.veto(labels.items()[found.a()], labels.items()[found.b()]);
        String verdict;
        if (found.score() >= dedupe.configuredThreshold()) {
            verdict = "Similar enough, but the two were not compared, or something keeps their masters apart.";
        } else if (veto != null) {
            verdict = "Vetoed: " + veto + ".";
        } else {
            verdict = String.format(
                    Locale.ROOT,
                    "The score %.3f is below the threshold %.3f.",
                    found.score(),
                    dedupe.configuredThreshold());
        }
        return verdict
                + only(a.name(), b.name(), a.customer().key())
                + only(b.name(), a.name(), b.customer().key());
    }

    private static String only(ParsedName name, ParsedName other, String key) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(name.key().split(" ")));
        Arrays.asList(other.key().split(" ")).forEach(words::remove);
        words.remove("");
        return words.isEmpty() ? "" : " Only in " + key + ": " + String.join(" ", words) + ".";
    }
}
