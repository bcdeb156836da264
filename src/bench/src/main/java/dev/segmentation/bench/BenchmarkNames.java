package dev.segmentation.bench;

import dev.segmentation.name.NameTables;
import java.nio.file.Path;
import java.util.List;

/** What the JMH benchmarks measure with: the names of a list and the shipped tables. */
public final class BenchmarkNames {
    private BenchmarkNames() {}

    /** The names of a customer list, in its order. */
    public static List<String> read(Path customers) {
        return Tables.rows(customers).stream()
                .map(row -> row.get("Customer Name"))
                .toList();
    }

    /** The name tables of {@code rules}. */
    public static NameTables tables() {
        return new NameTables(Path.of("rules/names"), error -> {
            throw new IllegalStateException(error.toString());
        });
    }
}
