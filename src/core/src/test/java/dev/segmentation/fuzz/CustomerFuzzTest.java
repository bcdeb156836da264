package dev.segmentation.fuzz;

import static dev.segmentation.testkit.FuzzInput.hold;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.files.OutputException;
import dev.segmentation.output.RunReport;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.run.TestRun;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.testkit.Fuzz;
import dev.segmentation.testkit.FuzzInput;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.RowCount;
import dev.segmentation.testkit.Tables;
import dev.segmentation.workspace.CustomerReader;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a customer list: every row of it is a customer or is rejected, and every key comes out again. */
@Tag("long")
class CustomerFuzzTest {
    private static final List<String> COLUMNS =
            List.of("Customer Key", "Customer Name", "Customer Number", "Source", "Last Billing Date (Any Stream)");
    private static final int WHOLE_RUNS = 50;

    @TempDir
    Path folder;

    @Test
    void everyRowIsACustomerOrRejected() throws IOException, InterruptedException {
        List<byte[]> seeds = seeds();
        Path input = Files.createDirectories(folder.resolve("input"));
        RuleCatalog.load(Golden.RULES, TestRun.CACHE); // compiling them takes its time
        fuzz("customers", input.resolve(RunSettings.CUSTOMER_FILE)).run(7_000, random -> {
            byte[] bytes = Tables.mutated(seeds.get(random.nextInt(seeds.size())), random);
            boolean whole = random.nextInt(WHOLE_RUNS) == 0;
            return new FuzzInput(bytes, file -> check(file, bytes, whole));
        });
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("input", RunSettings.CUSTOMER_FILE));
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            List<String> some = new ArrayList<>(List.of(lines.get(0)));
            for (int row = 0; row < 40; row++) {
                some.add(lines.get(1 + random.nextInt(lines.size() - 1)));
            }
            seeds.add((String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> dirty = Files.list(Path.of("src/testkit/src/main/resources/dirty"))) {
            for (Path file :
                    dirty.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private void check(Path file, byte[] bytes, boolean whole) throws IOException {
        List<RowError> rejected = new ArrayList<>();
        CustomerReader.Customers read = new CustomerReader(rejected::add, note -> {})
                .read(file, StandardCharsets.UTF_8, Progress.NONE.start("", 0));
        int there = RowCount.of(bytes, COLUMNS);
        hold(read.rows() == there, there + " rows stand there, " + read.rows() + " were seen");
        int out = read.customers().size() + rejected.size();
        hold(out == there, there + " rows in, " + out + " out and rejected");
        long keys = read.customers().stream().map(Customer::key).distinct().count();
        hold(keys == read.customers().size(), "a key comes out twice");
        hold(read.customers().stream().noneMatch(customer -> customer.key().isBlank()), "a key is blank");
        if (whole) {
            run(file, read, rejected.size());
        }
    }

    /** In folders of its own, since a run learns from the ones before it. */
    private void run(Path file, CustomerReader.Customers read, int rejected) throws IOException {
        Path input = Files.createTempDirectory(folder, "run");
        Path output = input.resolve("output");
        RunReport report = new TestRun(input, output).customers(file).execute(RunScope.ALL);
        hold(report.rows() == read.rows(), "the run saw " + report.rows() + " rows of " + read.rows());
        hold(report.rejected().size() == rejected, "the run rejected " + report.rejected());
        List<String> keys = new ArrayList<>();
        TableReader.readOwn(
                output.resolve("CustomerSegmentation.csv"),
                TableSpec.of("Customer Key"),
                row -> keys.add(row.get("Customer Key")),
                error -> keys.add(error.toString()),
                note -> {});
        List<String> in = read.customers().stream().map(Customer::key).toList();
        hold(keys.stream().sorted().toList().equals(in.stream().sorted().toList()), "keys in " + in + ", out " + keys);
    }

    private static Fuzz fuzz(String target, Path file) {
        return new Fuzz(target, file, TableException.class, RulesException.class, OutputException.class);
    }
}
