package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The labelled customers of a list; only these are judged.
 *
 * @param items their places in the list
 * @param entities the entity of each, as small numbers from 0 in order of the list
 * @param names the names of the entities
 */
record Labels(int[] items, int[] entities, String[] names) {
    private static final String KEY = "Customer Key";
    private static final String ENTITY = "EntityId";

    /** Picks the customers that have a label. */
    static Labels of(List<Customer> customers, Map<String, String> truth) {
        int[] items = IntStream.range(0, customers.size())
                .filter(i -> truth.containsKey(customers.get(i).key()))
                .toArray();
        Map<String, Integer> numbers = new HashMap<>();
        int[] entities = Arrays.stream(items)
                .mapToObj(item -> truth.get(customers.get(item).key()))
                .mapToInt(entity -> numbers.computeIfAbsent(entity, name -> numbers.size()))
                .toArray();
        String[] names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        return new Labels(items, entities, names);
    }

    /** The values of the labelled customers alone. */
    int[] only(int[] ofAll) {
        return Arrays.stream(items).map(item -> ofAll[item]).toArray();
    }

    /**
     * Reads a labelled list: which entity a customer key belongs to. It need not cover every key.
     *
     * @param customers the customer list
     * @param errors receives every row that cannot be used
     * @return the entity by customer key; a key with two different entities is in none
     * @throws TableException if the file is missing or labels none of the customers
     */
    static Map<String, String> read(
            Path file, Charset charset, List<Customer> customers, Consumer<RowError> errors, Consumer<String> notes) {
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. It holds the labels, with the columns " + KEY + " and "
                    + ENTITY + ". Without --truth the command shows what other thresholds would do.");
        }
        Set<String> keys = customers.stream().map(Customer::key).collect(Collectors.toSet());
        Map<String, Row> first = new HashMap<>();
        List<Row> repeated = new ArrayList<>();
        Consumer<Row> add = row -> {
            if (usable(row, keys, errors) && first.putIfAbsent(row.get(KEY), row) != null) {
                repeated.add(row);
            }
        };
        long rows = TableReader.read(file, charset, TableSpec.of(KEY, ENTITY), add, errors, notes);
        // whether a key contradicts itself is known at the end only
        Set<String> contradictory = new HashSet<>();
        for (Row row : repeated) {
            if (!first.get(row.get(KEY)).get(ENTITY).equals(row.get(ENTITY))) {
                contradictory.add(row.get(KEY));
            }
        }
        repeated.forEach(row -> errors.accept(repeated(row, first.get(row.get(KEY)), contradictory)));
        first.keySet().removeAll(contradictory);
        if (first.isEmpty()) {
            throw new TableException(file + ": none of its " + rows + " rows labels a key of the customer list. Maybe"
                    + " --customers or --truth names another file than was meant.");
        }
        return first.values().stream().collect(Collectors.toMap(row -> row.get(KEY), row -> row.get(ENTITY)));
    }

    private static boolean usable(Row row, Set<String> keys, Consumer<RowError> errors) {
        String key = row.get(KEY);
        if (key.isEmpty()) {
            errors.accept(row.error(KEY, "no customer key", "Every label needs the key it is about."));
        } else if (row.get(ENTITY).isEmpty()) {
            errors.accept(row.error(
                    ENTITY,
                    "no entity for the key " + key,
                    "Name its entity, or leave the row out: labels may be few."));
        } else if (!keys.contains(key)) {
            errors.accept(row.error(
                    KEY, "not in the customer list", "Correct the key, or leave the row out; it was not counted."));
        } else {
            return true;
        }
        return false;
    }

    private static RowError repeated(Row row, Row first, Set<String> contradictory) {
        boolean same = first.get(ENTITY).equals(row.get(ENTITY));
        return row.error(
                KEY,
                "this key stands on line " + first.line() + " too, with "
                        + (same ? "the same entity" : "the entity " + first.get(ENTITY)),
                contradictory.contains(row.get(KEY))
                        ? "The key was not counted. Delete the wrong row."
                        : "The key was counted once. Delete one of the two rows.");
    }
}
