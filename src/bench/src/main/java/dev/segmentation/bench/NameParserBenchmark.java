package dev.segmentation.bench;

import dev.segmentation.name.NameParser;
import java.nio.file.Path;
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
import org.openjdk.jmh.infra.Blackhole;

/** Names parsed per second, over the names of a list in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NameParserBenchmark {
    /** The customer list that the names come from. */
    @Param("input/CustomerLastBillingDate.csv")
    public String customers;

    private NameParser parser;
    private String[] names;
    private int next;

    @Setup
    public void readNames() {
        parser = new NameParser(BenchmarkNames.tables());
        names = BenchmarkNames.read(Path.of(customers)).toArray(String[]::new);
    }

    @Benchmark
    public void parse(Blackhole hole) {
        hole.consume(parser.parse(names[next]));
        next = next + 1 == names.length ? 0 : next + 1;
    }
}
