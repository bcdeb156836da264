package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.rules.table.TermMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A phrase that may tell a group.
 *
 * @param words its words, folded
 * @param match where in a name it is to count
 * @param group the group
 * @param supporting the masters that people decided for that group and that hold it
 * @param support how many brands these are
 * @param right how many brands among all known masters that hold it are of that group
 * @param known how many brands of known masters hold it
 * @param gain the masters that hold it and that the present rules do not place
 */
record TermCandidate(
        List<String> words,
        TermMatch match,
        IndustrialGroup group,
        List<Integer> supporting,
        int support,
        int right,
        int known,
        Set<Integer> gain) {
    /** One-sided 95 %. */
    private static final double Z = 1.645;

    private static final double SURE = 0.75;

    /** What is right most surely comes first, then what places most. */
    static final Comparator<TermCandidate> BEST_FIRST = Comparator.comparingDouble(TermCandidate::lower)
            .reversed()
            .thenComparing(candidate -> -candidate.gain().size())
            .thenComparing(candidate -> candidate.words().size())
            .thenComparing(TermCandidate::text)
            .thenComparing(TermCandidate::group)
            .thenComparing(TermCandidate::match);

    String text() {
        return String.join(" ", words);
    }

    double precision() {
        return (double) right / known;
    }

    /** What the precision is at least, with 95 % certainty (Wilson, Journal of the ASA 22, 1927). */
    double lower() {
        double p = precision();
        double n = known;
        double middle = p + Z * Z / (2 * n);
        double margin = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (middle - margin) / (1 + Z * Z / n);
    }

    /** How sure a row of it should be. */
    Method method() {
        return lower() >= SURE ? Method.RULE_BASED : Method.HEURISTIC;
    }
}
