package dev.segmentation.bench;

import dev.segmentation.customer.Customer;
import dev.segmentation.dedupe.linkage.Blocks;
import dev.segmentation.dedupe.linkage.DedupeModel;
import dev.segmentation.dedupe.linkage.NameSet;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;

/** Pairs scored per second by one thread, over the candidate pairs that blocking finds in a list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PairScorerBenchmark {
    /** The customer list that the names come from. */
    @Param("input/CustomerLastBillingDate.csv")
    public String customers;

    private long[] pairs;
    private PairScorer scorer;
    private int next;

    @Setup
    public void findPairs() {
        NameTables tables = BenchmarkNames.tables();
        NameParser parser = new NameParser(tables);
        DedupeModel model = DedupeModel.read(Path.of("rules/dedupe"));
        NodeBuilder builder = new NodeBuilder(parser, tables, Map.of());
        List<Customer> list = new ArrayList<>();
        BenchmarkNames.read(Path.of(customers))
                .forEach(name -> list.add(new Customer(Integer.toString(list.size()), "", name, "", "")));
        builder.add(list, list.stream().map(c -> parser.parse(c.name())).toList());
        NameSet names = new NameSet(builder.nodes(), tables, model);
        pairs = new Blocks(names, model.settings().blockCap()).pairs(0, names.entries());
        scorer = new PairScorer(names, model.weights(model.settings().policy()));
    }

    @Benchmark
    public double score() {
        next = next + 1 == pairs.length ? 0 : next + 1;
        return scorer.logOdds(Blocks.left(pairs[next]), Blocks.right(pairs[next]));
    }
}
