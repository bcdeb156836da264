package dev.segmentation.suggest.website;

import dev.segmentation.customer.Host;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the websites that open registers know. */
final class RegisterTable {
    static final String FILE = "registers.csv";
    static final List<String> COLUMNS =
            List.of("Name", "Website", "Kind", "Country", "State", "City", "Level", "Source");

    private RegisterTable() {}

    /**
     * The rows in the order of the file; none if there is no such file.
     *
     * @param folder the folder {@code rules/websites}
     * @param blocked hosts that are nobody's own; a row with one is left out
     * @param errors receives the rows that cannot be used
     */
    static List<RegisterRow> read(Path folder, BlockedHosts blocked, Consumer<RowError> errors) {
        List<RegisterRow> rows = new ArrayList<>();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            TableReader.read(
                    file,
                    StandardCharsets.UTF_8,
                    new TableSpec(COLUMNS, List.of()),
                    row -> row(row, errors)
                            .filter(r -> blocked.why(r.website()).isEmpty())
                            .ifPresent(rows::add),
                    errors,
                    note -> {});
        }
        return rows;
    }

    private static Optional<RegisterRow> row(Row row, Consumer<RowError> errors) {
        String website = row.get("Website");
        Optional<RegisterRow.Kind> kind = kind(row.get("Kind"));
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            errors.accept(
                    row.error("Name", "name or source is missing", "Every website names whose it is and its source."));
        } else if (!Host.bare(website).equals(Optional.of(website))) {
            errors.accept(row.error("Website", "no bare host", "Write a bare host such as example.com."));
        } else if (kind.isEmpty()) {
            errors.accept(row.error("Kind", "unknown kind", "Write company, government or academic."));
        } else {
            return Optional.of(new RegisterRow(
                    row.get("Name"),
                    website,
                    kind.get(),
                    row.get("Country"),
                    row.get("State"),
                    row.get("City"),
                    row.get("Level"),
                    row.get("Source")));
        }
        return Optional.empty();
    }

    private static Optional<RegisterRow.Kind> kind(String text) {
        for (RegisterRow.Kind kind : RegisterRow.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
