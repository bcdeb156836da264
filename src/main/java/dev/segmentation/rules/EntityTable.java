package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the known organisations from open registers, {@code rules/entities/*.csv}. A name that two registers put into
 * different groups decides nothing.
 */
final class EntityTable {
    private static final TableSpec SPEC = TableSpec.of("Name", "Industrial Group", "Source")
            .with("Industry Detail", "NAICS", "Support Category", "Note");

    private final Path folder;
    private final NameParser parser;
    private final Consumer<RowError> errors;

    EntityTable(Path folder, NameParser parser, Consumer<RowError> errors) {
        this.folder = folder;
        this.parser = parser;
        this.errors = errors;
    }

    /** The organisations by the key of their name. */
    Map<String, EntityRow> read() {
        List<EntityRow> rows = new ArrayList<>();
        for (Path file : tables()) {
            TableReader.read(
                    file, StandardCharsets.UTF_8, SPEC, row -> entity(row).ifPresent(rows::add), errors, n -> {});
        }
        List<String> keys =
                rows.parallelStream().map(row -> parser.parse(row.name()).key()).toList();
        Map<String, EntityRow> byKey = new HashMap<>(rows.size() * 2);
        List<String> disputed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EntityRow former = byKey.putIfAbsent(keys.get(i), rows.get(i));
            if (former != null
                    && former.classification().group()
                            != rows.get(i).classification().group()) {
                disputed.add(keys.get(i));
            }
        }
        disputed.forEach(byKey::remove);
        byKey.remove("");
        return byKey;
    }

    /** The files, in order of name. */
    List<Path> tables() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException e) {
            throw new RulesException(
                    folder.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
    }

    private Optional<EntityRow> entity(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            errors.accept(row.error("Name", "name or source is missing", "Every known organisation names its source."));
        } else if (group.isEmpty() || support.isEmpty()) {
            String column = group.isEmpty() ? "Industrial Group" : "Support Category";
            errors.accept(row.error(column, "not in the locked list", "Use a name of the locked list."));
        } else if (!TermTables.NAICS.matcher(row.get("NAICS")).matches()) {
            errors.accept(row.error("NAICS", "not a NAICS code", "Write two to six digits, or a range such as 31-33."));
        } else {
            return Optional.of(new EntityRow(
                    row.get("Name"),
                    new Classification(group.get(), row.get("Industry Detail"), row.get("NAICS"), support.get()),
                    row.get("Source"),
                    row.file(),
                    (int) row.line()));
        }
        return Optional.empty();
    }
}
