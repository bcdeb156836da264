package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shipped name tables, read once for all tests. */
final class Names {
    static final NameTables TABLES = tables();
    static final NameParser PARSER = new NameParser(TABLES);

    private Names() {}

    private static NameTables tables() {
        List<RowError> errors = new ArrayList<>();
        NameTables tables = new NameTables(Path.of("rules/names"), errors::add);
        assertThat(errors).isEmpty();
        return tables;
    }
}
