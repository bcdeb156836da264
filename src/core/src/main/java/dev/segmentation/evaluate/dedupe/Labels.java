package dev.segmentation.evaluate.dedupe;

import dev.segmentation.customer.Customer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The labelled customers of a list; only these are judged.
 *
 * @param items their places in the list
 * @param entities the entity of each, as small numbers from 0 in order of the list
 * @param names the names of the entities
 */
record Labels(int[] items, int[] entities, String[] names) {

    /** Picks the customers that have a label. */
    static Labels of(List<Customer> customers, Map<String, String> truth) {
        int[] items = IntStream.range(0, customers.size())
                .filter(i -> truth.containsKey(customers.get(i).key()))
                .toArray();
        Map<String, Integer> numbers = new HashMap<>();
        int[] entities = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            String entity = truth.get(customers.get(items[i]).key());
            entities[i] = numbers.computeIfAbsent(entity, name -> numbers.size());
        }
        String[] names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        return new Labels(items, entities, names);
    }

    /** The values of the labelled customers alone. */
    int[] only(int[] ofAll) {
        return Arrays.stream(items).map(item -> ofAll[item]).toArray();
    }
}
