package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Masters for tests, and the shipped tables of names. */
public final class Masters {
    /** The shipped rules. */
    public static final Path RULES = Path.of("rules");
    /** The shipped tables of names, read once. */
    public static final NameTables NAMES = names();

    private Masters() {}

    private static NameTables names() {
        List<RowError> errors = new ArrayList<>();
        NameTables tables = new NameTables(RULES.resolve("names"), errors::add);
        assertThat(errors).isEmpty();
        return tables;
    }

    /** A master of that name and these spellings. */
    public static OpenMaster of(String name, String... spellings) {
        List<String> all = spellings.length == 0 ? List.of(name) : List.of(spellings);
        return new OpenMaster("M" + name.hashCode(), name, name, all, all, 1, "No website", 1);
    }

    /** How alike names are, by the shipped tables. */
    public static NameLikeness likeness() {
        return new NameLikeness(RULES.resolve("names"), NAMES, error -> {
            throw new AssertionError(error.toString());
        });
    }
}
