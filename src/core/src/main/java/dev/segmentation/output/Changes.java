package dev.segmentation.output;

import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.MasterMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What differs from the last run.
 *
 * @param firstRun whether there was none
 * @param newKeys customer keys that were not there
 * @param goneKeys customer keys that are no longer there
 * @param movedKeys customer keys that belong to another master now
 * @param regrouped masters that have another industrial group now
 */
public record Changes(boolean firstRun, int newKeys, int goneKeys, int movedKeys, int regrouped) {
    private static final TableSpec SPEC = TableSpec.of("Customer Key", "Industrial Group", "Master Id");

    /** Compares with the table of the last run; an unreadable one counts as none. */
    public static Changes since(Path table, MasterMap map, List<ClassifiedMaster> classified) {
        if (!Files.exists(table)) {
            return new Changes(true, 0, 0, 0, 0);
        }
        Map<String, String> masters = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        try {
            TableReader.readOwn(
                    table,
                    SPEC,
                    row -> {
                        masters.put(row.get("Customer Key"), row.get("Master Id"));
                        groups.put(row.get("Master Id"), row.get("Industrial Group"));
                    },
                    error -> {},
                    note -> {});
        } catch (TableException e) {
            return new Changes(true, 0, 0, 0, 0);
        }
        return compare(masters, groups, map, classified);
    }

    /** Compares with a run that is in memory. */
    public static Changes between(
            MasterMap formerMap, List<ClassifiedMaster> before, MasterMap map, List<ClassifiedMaster> classified) {
        if (formerMap == map) {
            return new Changes(false, 0, 0, 0, regrouped(before, classified));
        }
        Map<String, String> masters = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        formerMap
                .customers()
                .forEach(one -> masters.put(one.customer().key(), one.master().id()));
        before.forEach(
                one -> groups.put(one.master().id(), one.decision().group().label()));
        return compare(masters, groups, map, classified);
    }

    /** Of the same masters in the same order; none before if the former run only deduped. */
    private static int regrouped(List<ClassifiedMaster> before, List<ClassifiedMaster> now) {
        return (int) IntStream.range(0, Math.min(before.size(), now.size()))
                .filter(i -> before.get(i).decision().group()
                        != now.get(i).decision().group())
                .count();
    }

    /** The former run is known by the masters of its customer keys and the groups of its masters. */
    private static Changes compare(
            Map<String, String> masters, Map<String, String> groups, MasterMap map, List<ClassifiedMaster> classified) {
        int fresh = 0;
        int moved = 0;
        Set<String> gone = new HashSet<>(masters.keySet());
        for (MappedCustomer customer : map.customers()) {
            String key = customer.customer().key();
            String former = masters.get(key);
            gone.remove(key);
            if (former == null) {
                fresh++;
            } else if (!former.equals(customer.master().id())) {
                moved++;
            }
        }
        long regrouped = classified.stream()
                .filter(one -> {
                    String label = one.decision().group().label();
                    return !groups.getOrDefault(one.master().id(), label).equals(label);
                })
                .count();
        return new Changes(false, fresh, gone.size(), moved, (int) regrouped);
    }
}
