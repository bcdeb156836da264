package dev.segmentation.table;

import java.util.List;
import java.util.stream.Stream;

/** The columns of a kind of table. */
public record TableSpec(List<String> required, List<String> optional) {

    public TableSpec {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** A table all of whose columns are required. */
    public static TableSpec of(String... required) {
        return new TableSpec(List.of(required), List.of());
    }

    /** The same table with more columns that may be absent. */
    public TableSpec with(String... more) {
        return new TableSpec(required, List.of(more));
    }

    /** All columns by name, required ones first. */
    public List<String> columns() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
