package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.dedupe.Deduplicator;
import dev.segmentation.dedupe.PairScores;
import dev.segmentation.dedupe.Preparation;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.name.ParsedName;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one place where the evaluation touches the dedupe. Pairs are scored once; a threshold is tried by clustering anew. */
final class DedupeUnderTest implements ThresholdSweep {
    private final DedupeSettings settings;
    private final List<ParsedName> names;
    private final PairScores scores;
    private final DedupeResult configured;

    DedupeUnderTest(LinkRules rules, List<Customer> customers, Governance people) {
        this.settings = rules.settings();
        this.names = customers.parallelStream()
                .map(customer -> rules.parser().parse(customer.name()))
                .toList();
        Preparation list = new Preparation(
                rules, new NamedCustomers(customers, names, people.keyOverrides(), people.judgements()));
        this.configured = new Deduplicator(rules).dedupe(list, MasterRegistry.EMPTY, Instant.EPOCH);
        this.scores = new PairScores(list);
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

    /** What forbids that two customers are one, if anything does. */
    Optional<String> veto(int a, int b) {
        return scores.veto(a, b);
    }

    @Override
    public int[] mastersAt(double threshold) {
        int[] clusters = scores.clustersAt(threshold, settings.cohesion());
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] masters = new int[clusters.length];
        Arrays.setAll(masters, i -> numbers.computeIfAbsent(clusters[i], c -> numbers.size()));
        return masters;
    }
}
