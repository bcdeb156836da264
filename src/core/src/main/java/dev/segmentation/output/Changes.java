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

    private record Former(String master, String group) {}

    /** Compares with the table of the last run; an unreadable one counts as none. */
    public static Changes since(Path table, MasterMap map, List<ClassifiedMaster> classified) {
        if (!Files.exists(table)) {
            return new Changes(true, 0, 0, 0, 0);
        }
        Map<String, Former> former = new HashMap<>();
        Map<String, String> formerGroup = new HashMap<>();
        try {
            TableReader.readOwn(
                    table,
                    SPEC,
                    row -> {
                        Former f = new Former(row.get("Master Id"), row.get("Industrial Group"));
                        former.put(row.get("Customer Key"), f);
                        formerGroup.put(f.master(), f.group());
                    },
                    error -> {},
                    note -> {});
        } catch (TableException e) {
            return new Changes(true, 0, 0, 0, 0);
        }
        return compare(former, formerGroup, map, classified);
    }

    /** Compares with a run that is in memory. */
    public static Changes between(
            MasterMap formerMap, List<ClassifiedMaster> before, MasterMap map, List<ClassifiedMaster> classified) {
        if (formerMap == map) {
            return new Changes(false, 0, 0, 0, regrouped(before, classified));
        }
        Map<String, String> formerGroup = new HashMap<>();
        before.forEach(
                one -> formerGroup.put(one.master().id(), one.decision().group().label()));
        Map<String, Former> former = new HashMap<>();
        for (MappedCustomer customer : formerMap.customers()) {
            String master = customer.master().id();
            former.put(customer.customer().key(), new Former(master, formerGroup.getOrDefault(master, "")));
        }
        return compare(former, formerGroup, map, classified);
    }

    /** Of the same masters in the same order; none before if the former run only deduped. */
    private static int regrouped(List<ClassifiedMaster> before, List<ClassifiedMaster> now) {
        int regrouped = 0;
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (before.get(i).decision().group() != now.get(i).decision().group()) {
                regrouped++;
            }
        }
        return regrouped;
    }

    private static Changes compare(
            Map<String, Former> former,
            Map<String, String> formerGroup,
            MasterMap map,
            List<ClassifiedMaster> classified) {
        int fresh = 0;
        int moved = 0;
        Set<String> gone = new HashSet<>(former.keySet());
        for (MappedCustomer customer : map.customers()) {
            Former f = former.get(customer.customer().key());
            gone.remove(customer.customer().key());
            if (f == null) {
                fresh++;
            } else if (!f.master().equals(customer.master().id())) {
                moved++;
            }
        }
        return new Changes(false, fresh, gone.size(), moved, regrouped(formerGroup, classified));
    }

    private static int regrouped(Map<String, String> formerGroup, List<ClassifiedMaster> classified) {
        int regrouped = 0;
        for (ClassifiedMaster c : classified) {
            String group = formerGroup.get(c.master().id());
            if (group != null && !group.equals(c.decision().group().label())) {
                regrouped++;
            }
        }
        return regrouped;
    }
}
