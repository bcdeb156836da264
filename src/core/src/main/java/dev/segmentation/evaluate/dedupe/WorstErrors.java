package dev.segmentation.evaluate.dedupe;

import dev.segmentation.dedupe.DedupeEntry;
import dev.segmentation.dedupe.DedupeTrial;
import dev.segmentation.name.ParsedName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The costliest errors of the configured dedupe, both ways: what it joined wrongly and what it left apart. */
final class WorstErrors {
    private final DedupeTrial dedupe;
    private final Labels labels;
    private final int[] masters;

    /**
     * Errors among labelled customers.
     *
     * @param dedupe the dedupe
     * @param labels the labelled customers
     * @param masters their masters
     */
    WorstErrors(DedupeTrial dedupe, Labels labels, int[] masters) {
        this.dedupe = dedupe;
        this.labels = labels;
        this.masters = masters;
    }

    /** Two entities in one master. */
    List<PairError> falseMerges(int limit) {
        return CostliestPairs.of(masters, labels.entities(), limit, this::score).stream()
                .map(found -> error(found, reasons(entry(found.a()), entry(found.b()))))
                .toList();
    }

    /** One entity in two masters. */
    List<PairError> missedMerges(int limit) {
        return CostliestPairs.of(labels.entities(), masters, limit, this::score).stream()
                .map(found -> error(found, obstacle(found)))
                .toList();
    }

    private double score(int a, int b) {
        return dedupe.score(labels.items()[a], labels.items()[b]);
    }

    private DedupeEntry entry(int item) {
        return dedupe.configured().entries().get(labels.items()[item]);
    }

    private PairError error(CostliestPairs.Found found, String why) {
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

    private String obstacle(CostliestPairs.Found found) {
        ParsedName a = entry(found.a()).name();
        ParsedName b = entry(found.b()).name();
        String verdict;
        if (found.score() >= dedupe.configuredThreshold()) {
            verdict = "Similar enough, but the two were not compared, or something keeps their masters apart.";
        } else if (dedupe.veto(labels.items()[found.a()], labels.items()[found.b()]) != null) {
            verdict = "Vetoed: " + dedupe.veto(labels.items()[found.a()], labels.items()[found.b()]) + ".";
        } else {
            verdict = String.format(
                    Locale.ROOT,
                    "The score %.3f is below the threshold %.3f.",
                    found.score(),
                    dedupe.configuredThreshold());
        }
        return verdict
                + only(a, b, entry(found.a()).customer().key())
                + only(b, a, entry(found.b()).customer().key());
    }

    private static String only(ParsedName name, ParsedName other, String key) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(name.key().split(" ")));
        Arrays.asList(other.key().split(" ")).forEach(words::remove);
        words.remove("");
        return words.isEmpty() ? "" : " Only in " + key + ": " + String.join(" ", words) + ".";
    }
}
