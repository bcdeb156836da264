package dev.segmentation.bench;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.rules.RulesCache;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Masters classified per second by one thread, each with one name of a list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulesBenchmark {
    /** The customer list that the names come from. */
    @Param("input/CustomerLastBillingDate.csv")
    public String customers;

    private Classifier classifier;
    private List<NameEvidence> names;
    private int next;

    @Setup
    public void compileRules() {
        RuleCatalog catalog =
                RuleCatalog.load(Path.of("rules"), new RulesCache(Path.of("target/bench/cache"), "bench"));
        classifier = catalog.newClassifier();
        names = BenchmarkNames.read(Path.of(customers)).stream()
                .map(catalog.parser()::evidence)
                .toList();
    }

    @Benchmark
    public Decision classify() {
        next = next + 1 == names.size() ? 0 : next + 1;
        return classifier.classify(List.of(names.get(next)), List.of());
    }

    @TearDown
    public void close() {
        classifier.close();
    }
}
