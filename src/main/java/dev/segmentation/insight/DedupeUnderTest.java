package dev.segmentation.insight;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.dedupe.DedupeEntry;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.DedupeSettings;
import dev.segmentation.dedupe.Deduplicator;
import dev.segmentation.dedupe.PairScores;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one place where the evaluation touches the dedupe. A threshold is tried by deduping anew with it. */
final class DedupeUnderTest implements ThresholdSweep {
    private final NameParser parser;
    private final NameTables tables;
    private final DedupeSettings settings;
    private final List<Customer> customers;
    private final List<ParsedName> names;
    private final Map<String, KeyOverride> overrides;
    private final List<MergeJudgement> judgements;
    private final PairScores scores;
    private final DedupeResult configured;

    DedupeUnderTest(
            NameTables tables,
            DedupeSettings settings,
            List<Customer> customers,
            Map<String, KeyOverride> overrides,
            List<MergeJudgement> judgements) {
        this.parser = new NameParser(tables);
        this.tables = tables;
        this.settings = settings;
        this.customers = customers;
        this.names = customers.parallelStream()
                .map(customer -> parser.parse(customer.name()))
                .toList();
        this.overrides = overrides;
        this.judgements = judgements;
        this.configured = dedupe(settings);
        this.scores = new PairScores(parser, tables, customers, names);
    }

    private DedupeResult dedupe(DedupeSettings with) {
        return new Deduplicator(parser, tables, with).dedupe(customers, names, overrides, judgements);
    }

    /** The result at the configured threshold; entries are in the order of the list. */
    DedupeResult configured() {
        return configured;
    }

    double configuredThreshold() {
        return settings.mergeThreshold();
    }

    List<ParsedName> names() {
        return names;
    }

    /** How similar the scorer finds two customers, whether they were compared or not. */
    double score(int a, int b) {
        return scores.score(a, b);
    }

    @Override
    public int[] mastersAt(double threshold) {
        return masters(
                threshold == settings.mergeThreshold()
                        ? configured
                        : dedupe(new DedupeSettings(threshold, settings.cohesion(), settings.blockCap())));
    }

    private static int[] masters(DedupeResult result) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] masters = new int[result.entries().size()];
        Arrays.setAll(masters, i -> number(numbers, result.entries().get(i)));
        return masters;
    }

    private static int number(Map<String, Integer> numbers, DedupeEntry entry) {
        return numbers.computeIfAbsent(entry.master().id(), id -> numbers.size());
    }
}
