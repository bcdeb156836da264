package dev.segmentation.bench;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Master;
import dev.segmentation.rules.NameFindings;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What classifying a master costs, and what its two parts cost alone: finding the terms, concepts and organisations of its
 * name, and Drools on facts that were made before. Two threads, each with a session of its own; microseconds of one thread
 * for one master with one name.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Threads(2)
@Fork(1)
public class ClassifierBenchmark {
    /** The customer list that the names come from. */
    @Param("input/CustomerLastBillingDate.csv")
    public String customers;

    private RuleCatalog catalog;
    private Classifier classifier;
    private List<NameEvidence> names;
    private final List<Master> masters = new ArrayList<>();
    private final List<List<Object>> prebuilt = new ArrayList<>();
    private int next;

    @Setup
    public void loadRules() {
        // as every command does; else Drools writes out each step for a log that nobody reads
        Logger.getLogger("").setLevel(Level.WARNING);
        catalog = RuleCatalog.load(Path.of("rules"), new RulesCache(Path.of("target/bench/cache"), "bench"));
        classifier = catalog.newClassifier();
        names = BenchmarkNames.read(Path.of(customers)).stream()
                .map(catalog.parser()::evidence)
                .toList();
        for (NameEvidence name : names) {
            List<NameFindings> found = classifier.find(List.of(name));
            Master master = classifier.master(found);
            masters.add(master);
            prebuilt.add(classifier.facts(master, found, List.of()));
        }
    }

    /** The whole: facts made, rules fired, decision with its rationale. */
    @Benchmark
    public Decision classify() {
        return classifier.classify(List.of(names.get(step())), List.of());
    }

    /** Finding terms, concepts and organisations alone. */
    @Benchmark
    public Object dictionaryPass() {
        NameEvidence name = names.get(step());
        return catalog.vocabulary().find(name).terms().size() + (catalog.entity(name.name()) == null ? 0 : 1);
    }

    /** Drools alone: facts in, rules fired, facts out. */
    @Benchmark
    public Object droolsOnPrebuiltFacts() {
        int i = step();
        Master master = masters.get(i);
        master.forget();
        classifier.fire(prebuilt.get(i));
        return master.proposals();
    }

    private int step() {
        next = next + 1 == names.size() ? 0 : next + 1;
        return next;
    }

    @TearDown
    public void close() {
        classifier.close();
    }
}
