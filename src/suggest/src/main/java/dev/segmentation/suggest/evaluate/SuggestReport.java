package dev.segmentation.suggest.evaluate;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.table.RowError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How good suggestions of groups are.
 *
 * @param folds in how many parts the labels were cut, 0 where none of them was learned from
 * @param examples how many examples the suggestions were learned from (without those of other folds)
 */
public record SuggestReport(
        String truthFile,
        int folds,
        int examples,
        List<Suggested> names,
        double trainSeconds,
        double seconds,
        List<RowError> rejected,
        List<String> notes) {
    private static final int BINS = 10;

    public SuggestReport {
        names = List.copyOf(names);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /**
     * A name and what was suggested for it.
     *
     * @param open whether the rules leave it unplaced, which is when people ask for suggestions
     * @param sure whether it would have been suggested
     */
    public record Suggested(
            String name, IndustrialGroup expected, boolean open, boolean sure, List<GroupSuggestion> groups) {
        boolean first() {
            return place() == 0;
        }

        /** Where the expected group stands among the suggested ones, -1 if nowhere. */
        int place() {
            for (int i = 0; i < groups.size(); i++) {
                if (groups.get(i).classification().group() == expected) {
                    return i;
                }
            }
            return -1;
        }

        double probability() {
            return groups.get(0).probability();
        }
    }

    /**
     * Measures of some names.
     *
     * @param top1 share whose first group is right
     * @param top3 share whose group is among the first three
     * @param suggested share that is not abstained on
     * @param precision share of these whose first group is right
     * @param at40 the same of the 40 % of all names with the highest probability
     * @param at60 the same of 60 %
     * @param calibrationError expected calibration error over ten bins
     */
    public record Score(
            int names,
            double top1,
            double top3,
            double suggested,
            double precision,
            double at40,
            double at60,
            double calibrationError) {}

    /** Names with a probability within a tenth: how many, what they promised, and how many held. */
    public record Bin(double from, double to, int names, double promised, double right) {}

    /** All names. */
    public Score overall() {
        return score(one -> true);
    }

    /** The names that the rules leave open. */
    public Score open() {
        return score(Suggested::open);
    }

    private Score score(Predicate<Suggested> filter) {
        List<Suggested> some = names.stream()
                .filter(filter)
                .sorted(Comparator.comparingDouble(Suggested::probability).reversed())
                .toList();
        List<Suggested> sure = some.stream().filter(Suggested::sure).toList();
        return new Score(
                some.size(),
                right(some),
                share(some, one -> one.place() >= 0),
                share(some, Suggested::sure),
                right(sure),
                right(some.subList(0, some.size() * 4 / 10)),
                right(some.subList(0, some.size() * 6 / 10)),
                calibrationError(bins(some), some.size()));
    }

    private static double right(List<Suggested> names) {
        return share(names, Suggested::first);
    }

    private static double share(List<Suggested> names, Predicate<Suggested> what) {
        return names.isEmpty() ? 0 : names.stream().filter(what).count() / (double) names.size();
    }

    /** The largest share of names, the most probable first, that is right with this precision; 0 if there is none. */
    public double coverageAt(double precision) {
        List<Suggested> sorted = names.stream()
                .sorted(Comparator.comparingDouble(Suggested::probability).reversed())
                .toList();
        int right = 0;
        int best = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).first() ? 1 : 0;
            best = right >= precision * (i + 1) ? i + 1 : best;
        }
        return best / (double) Math.max(1, sorted.size());
    }

    /** The calibration table: what was promised and what held. */
    public List<Bin> calibration() {
        return bins(names);
    }

    private static List<Bin> bins(List<Suggested> names) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Suggested> within = names.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.probability() * BINS)) == bin)
                    .toList();
            double promised = within.stream()
                    .mapToDouble(Suggested::probability)
                    .average()
                    .orElse(0);
            bins.add(new Bin(i / (double) BINS, (i + 1) / (double) BINS, within.size(), promised, right(within)));
        }
        return bins;
    }

    private static double calibrationError(List<Bin> bins, int names) {
        return bins.stream()
                        .mapToDouble(bin -> bin.names() * Math.abs(bin.promised() - bin.right()))
                        .sum()
                / Math.max(1, names);
    }

    /** Milliseconds of one name, without learning. */
    public double millisecondsPerName() {
        return 1000 * seconds / Math.max(1, names.size());
    }
}
