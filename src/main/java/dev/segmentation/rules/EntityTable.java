package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the known organisations from open registers, the tables in {@code rules/entities}. A name that two registers put
 * into different groups decides nothing.
 */
final class EntityTable {
    private static final TableSpec SPEC = TableSpec.of("Name", "Industrial Group", "Source")
            .with("Industry Detail", "NAICS", "Support Category", "Note");

    static final String FOLDER = "entities";
    private static final String NOT_LOCKED = "not in the locked list";
    private static final String LOCKED = "Use a name of the locked list.";

    private final RuleTables tables;
    private final NameParser parser;

    EntityTable(RuleTables tables, NameParser parser) {
        this.tables = tables;
        this.parser = parser;
    }

    /** The organisations by the key of their name. */
    Map<String, EntityRow> read() {
        return byKey(rows(), disputed -> {});
    }

    /** The rows that can be used, in order of file and line. */
    List<EntityRow> rows() {
        List<EntityRow> rows = new ArrayList<>();
        for (String name : tables.in(FOLDER)) {
            tables.read(name, SPEC, row -> entity(row).ifPresent(rows::add));
        }
        return rows;
    }

    /** The rows by the key of their name, without those that are disputed. */
    Map<String, EntityRow> byKey(List<EntityRow> rows, Consumer<EntityRow> disputes) {
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
                disputes.accept(rows.get(i));
            }
        }
        disputed.forEach(byKey::remove);
        byKey.remove("");
        return byKey;
    }

    /** The files, in order of name. */
    List<Path> files(Path rules) {
        List<Path> files = new ArrayList<>();
        for (String name : tables.in(FOLDER)) {
            for (String ending : List.of(RuleTables.CSV, RuleTables.WORKBOOK)) {
                Path file = rules.resolve(name + ending);
                if (Files.exists(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private Optional<EntityRow> entity(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            String column = row.get("Name").isEmpty() ? "Name" : "Source";
            tables.refuse(row.error(
                    "missing-cell", column, "name or source is missing", "Every known organisation names its source."));
        } else if (group.isEmpty()) {
            tables.refuse(row.error("unknown-group", "Industrial Group", NOT_LOCKED, LOCKED));
        } else if (support.isEmpty()) {
            tables.refuse(row.error("unknown-support-category", "Support Category", NOT_LOCKED, LOCKED));
        } else if (!TermTables.NAICS.matcher(row.get("NAICS")).matches()) {
            tables.refuse(TermTables.noNaics(row, "NAICS"));
        } else {
            return Optional.of(new EntityRow(
                    row.get("Name"),
                    new Classification(group.get(), row.get("Industry Detail"), row.get("NAICS"), support.get()),
                    row.get("Source"),
                    row.file().substring(FOLDER.length() + 1),
                    (int) row.line()));
        }
        return Optional.empty();
    }
}
