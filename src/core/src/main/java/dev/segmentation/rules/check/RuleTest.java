package dev.segmentation.rules.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.publish.RulePublication;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RuleTables;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Runs all cases of a rules folder and says which rules and terms they try.
 *
 * @param cases the cases with their results, file by file
 */
public record RuleTest(List<RuleCase> cases, List<Finding> problems, Coverage rules, Coverage terms) {
    private static final int PORTION = 64;

    public RuleTest {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /**
     * How many of the rules, or terms, the cases try. A rule is tried if it fires in a case, a term if it decides one.
     */
    @JsonPropertyOrder({"total", "tried", "untried"})
    public record Coverage(int total, List<RulePlace> untried) {
        /** How many are tried. */
        @JsonProperty
        public int tried() {
            return total - untried.size();
        }

        /** The part that is tried, 0 to 1; 1 if there are none. */
        public double share() {
            return total == 0 ? 1 : (double) tried() / total;
        }
    }

    /** Whether every case passed and could be read. */
    public boolean passed() {
        return problems.isEmpty() && cases.stream().allMatch(RuleCase::passed);
    }

    /** The cases that failed. */
    public List<RuleCase> failures() {
        return cases.stream().filter(c -> !c.passed()).toList();
    }

    /** Runs the cases. */
    public static RuleTest run(Path rules, RuleCatalog catalog) {
        return RulePublication.steady(rules, () -> {
            List<RowError> errors = new ArrayList<>();
            List<Row> cases = RuleCases.read(new RuleTables(rules, catalog.cache(), errors::add));
            return run(cases, errors, catalog, null);
        });
    }

    /**
     * Runs cases that were read before, and spares what a former set decided on the same grounds.
     *
     * @param errors rows that could not be read
     * @param former may be {@code null}
     */
    static RuleTest run(List<Row> cases, List<RowError> errors, RuleCatalog catalog, RuleCatalog former) {
        Map<String, Verdict> known = former != null && catalog.hasSameRules(former) ? former.tried() : null;
        RuleCase[] results = new RuleCase[cases.size()];
        Set<String> tried = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        int workers = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), results.length / PORTION));
        IntStream.range(0, workers).parallel().forEach(worker -> {
            Set<String> fired = new HashSet<>();
            try (Classifier classifier = catalog.newClassifier()) {
                for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                    results[i] = RuleCases.run(cases.get(i), classifier, catalog, known, fired);
                    fired.add(results[i].ruleId());
                }
            }
            tried.addAll(fired);
        });
        List<RulePlace> places = catalog.places();
        return new RuleTest(
                Arrays.asList(results),
                errors.stream()
                        .map(error -> Finding.of(Finding.Level.ERROR, error))
                        .toList(),
                coverage(places.stream().filter(p -> !p.term()).toList(), tried),
                coverage(places.stream().filter(RulePlace::term).toList(), tried));
    }

    private static Coverage coverage(List<RulePlace> all, Set<String> tried) {
        return new Coverage(
                all.size(),
                all.stream()
                        .filter(one -> !tried.contains(one.id()))
                        .sorted(Comparator.comparing(RulePlace::id))
                        .toList());
    }
}
