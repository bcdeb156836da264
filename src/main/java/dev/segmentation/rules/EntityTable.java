package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the known organisations from open registers, {@code entities/*.csv} of a rules folder. A short or common name is
 * guarded: it needs its kind of legal form, ORANGE SA for Orange S.A.
 */
final class EntityTable {
    private static final TableSpec SPEC = TableSpec.of("Name", "Industrial Group", "Source")
            .with("Industry Detail", "NAICS", "Support Category", "Guard", "Note");

    private final Path rules;
    private final NameTables tables;
    private final Consumer<RowError> errors;

    EntityTable(Path rules, NameTables tables, Consumer<RowError> errors) {
        this.rules = rules;
        this.tables = tables;
        this.errors = errors;
    }

    private record Entry(Row row, Classification classification) {
        EntityRow entity() {
            return new EntityRow(row.get("Name"), classification, row.get("Source"), row.file(), (int) row.line());
        }
    }

    /** The organisations by {@link EntityKeys what finds them}. */
    Map<String, EntityRow> read() {
        List<Entry> entries = new ArrayList<>();
        for (Path file : tables()) {
            TableReader.read(
                    file, StandardCharsets.UTF_8, SPEC, row -> entry(row).ifPresent(entries::add), errors, n -> {});
        }
        NameParser parser = new NameParser(tables);
        List<ParsedName> names = entries.parallelStream()
                .map(entry -> parser.parse(entry.row().get("Name")))
                .toList();
        CommonNames common = new CommonNames(rules.resolve("names"), tables, errors);
        EntityKeys keys = new EntityKeys(tables);
        for (int i = 0; i < names.size(); i++) {
            boolean guarded = guarded(entries.get(i).row(), names.get(i), common);
            if (guarded && EntityKeys.withForm(names.get(i), tables).isEmpty()) {
                errors.accept(entries.get(i)
                        .row()
                        .error(
                                "Name",
                                "a short or common name without a legal form would match nobody",
                                "Add its legal form, or write off into the column Guard."));
            } else {
                keys.add(names.get(i), guarded, entries.get(i).entity());
            }
        }
        return keys.rows();
    }

    /** A master of the chain table is not guarded here, since that table has guards of its own. */
    private boolean guarded(Row row, ParsedName name, CommonNames common) {
        return row.get("Guard").isEmpty()
                && !name.key().isEmpty()
                && !tables.chains().isMaster(row.get("Name"))
                && common.contains(name.key());
    }

    /** The files, in order of name. */
    List<Path> tables() {
        Path folder = rules.resolve("entities");
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

    private Optional<Entry> entry(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            errors.accept(row.error("Name", "name or source is missing", "Every known organisation names its source."));
        } else if (group.isEmpty() || support.isEmpty()) {
            String column = group.isEmpty() ? "Industrial Group" : "Support Category";
            errors.accept(row.error(column, "not in the locked list", "Use a name of the locked list."));
        } else if (!TermTables.NAICS.matcher(row.get("NAICS")).matches()) {
            errors.accept(row.error("NAICS", "not a NAICS code", "Write two to six digits, or a range such as 31-33."));
        } else if (!row.get("Guard").isEmpty() && !row.get("Guard").equals("off")) {
            errors.accept(row.error("Guard", "neither blank nor off", "Write off if the name alone is enough."));
        } else {
            return Optional.of(new Entry(
                    row, new Classification(group.get(), row.get("Industry Detail"), row.get("NAICS"), support.get())));
        }
        return Optional.empty();
    }
}
