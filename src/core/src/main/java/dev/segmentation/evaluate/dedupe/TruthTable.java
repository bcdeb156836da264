package dev.segmentation.evaluate.dedupe;

import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a labelled list: which entity a customer key belongs to. It need not cover every key. */
final class TruthTable {
    private static final String KEY = "Customer Key";
    private static final String ENTITY = "EntityId";

    private final Set<String> customers;
    private final Consumer<RowError> errors;
    /** By key the first row that labels it. */
    private final Map<String, Row> labels = new HashMap<>();

    private final List<Row> repeated = new ArrayList<>();
    private final Set<String> contradictory = new HashSet<>();

    /**
     * A reader of labels.
     *
     * @param customers the keys of the customer list
     * @param errors receives every row that cannot be used
     */
    TruthTable(Set<String> customers, Consumer<RowError> errors) {
        this.customers = customers;
        this.errors = errors;
    }

    /**
     * Reads a file.
     *
     * @return the entity by customer key; a key with two different entities is in none
     * @throws TableException if the file is missing or labels none of the customers
     */
    Map<String, String> read(Path file, Charset charset, Consumer<String> notes) {
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. It holds the labels, with the columns " + KEY + " and "
                    + ENTITY + ". Without --truth the command shows what other thresholds would do.");
        }
        long rows = TableReader.read(file, charset, TableSpec.of(KEY, ENTITY), this::add, errors, notes);
        repeated.forEach(this::report);
        contradictory.forEach(labels::remove);
        if (labels.isEmpty()) {
            throw new TableException(file + ": none of its " + rows + " rows labels a key of the customer list. Maybe"
                    + " --customers or --truth names another file than was meant.");
        }
        Map<String, String> entities = new HashMap<>();
        labels.forEach((key, row) -> entities.put(key, row.get(ENTITY)));
        return entities;
    }

    private void add(Row row) {
        String key = row.get(KEY);
        String entity = row.get(ENTITY);
        if (key.isEmpty()) {
            errors.accept(row.error(KEY, "no customer key", "Every label needs the key it is about."));
        } else if (entity.isEmpty()) {
            errors.accept(row.error(
                    ENTITY,
                    "no entity for the key " + key,
                    "Name its entity, or leave the row out: labels may be few."));
        } else if (!customers.contains(key)) {
            errors.accept(row.error(
                    KEY, "not in the customer list", "Correct the key, or leave the row out; it was not counted."));
        } else if (labels.putIfAbsent(key, row) != null) {
            repeated.add(row);
            if (!labels.get(key).get(ENTITY).equals(entity)) {
                contradictory.add(key);
            }
        }
    }

    /** Whether a key contradicts itself is known at the end only. */
    private void report(Row row) {
        Row first = labels.get(row.get(KEY));
        boolean same = first.get(ENTITY).equals(row.get(ENTITY));
        errors.accept(row.error(
                KEY,
                "this key stands on line " + first.line() + " too, with "
                        + (same ? "the same entity" : "the entity " + first.get(ENTITY)),
                contradictory.contains(row.get(KEY))
                        ? "The key was not counted. Delete the wrong row."
                        : "The key was counted once. Delete one of the two rows."));
    }
}
