package dev.segmentation.compare;

import dev.segmentation.history.Snapshot;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The masters and customer keys of a run, read from its tables.
 *
 * @param snapshot where they were read from
 * @param masters masters by id
 * @param owners the master of each customer key, in the order of the map
 * @param names the original name of each customer key
 */
record RunTables(
        Snapshot snapshot, Map<String, RunMaster> masters, Map<String, RunMaster> owners, Map<String, String> names) {
    private static final TableSpec MAP = TableSpec.of(
            "Customer Key", "Original Name", "Master Customer Name", "Master Customer Name Canonical", "Master Id");
    private static final TableSpec MASTERS =
            TableSpec.of("Master Id", "Industrial Group", "Method", "Rule Id", "Rationale");

    /** A master; its decision is {@code null} where the run did not classify. */
    static final class RunMaster {
        final String id;
        final String name;
        final String canonical;
        int keys;
        DiffReport.Side decision;

        RunMaster(String id, String name, String canonical) {
            this.id = id;
            this.name = name;
            this.canonical = canonical;
        }

        String group() {
            return decision == null ? "" : decision.group();
        }
    }

    /** Reads both tables once; tables that were edited since the run wrote them are mentioned in a note. */
    static RunTables read(Snapshot snapshot, Consumer<String> notes) {
        RunTables tables = new RunTables(snapshot, new HashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        tables.read(snapshot.map(), MAP, notes, row -> {
            RunMaster master = tables.masters.computeIfAbsent(
                    row.get("Master Id"),
                    id -> new RunMaster(
                            id, row.get("Master Customer Name"), row.get("Master Customer Name Canonical")));
            master.keys++;
            tables.owners.put(row.get("Customer Key"), master);
            tables.names.put(row.get("Customer Key"), row.get("Original Name"));
        });
        if (snapshot.classified()) {
            tables.read(snapshot.masters(), MASTERS, notes, row -> {
                RunMaster master = tables.masters.get(row.get("Master Id"));
                if (master != null) {
                    master.decision = new DiffReport.Side(
                            row.get("Industrial Group"), row.get("Method"), row.get("Rule Id"), row.get("Rationale"));
                }
            });
        }
        return tables;
    }

    private void read(Path file, TableSpec spec, Consumer<String> notes, Consumer<Row> rows) {
        int[] broken = {0};
        TableReader.readOwn(file, spec, rows, error -> broken[0]++, note -> {});
        if (broken[0] > 0) {
            notes.accept(file + " has " + broken[0] + " rows that cannot be read; they are left out.");
        }
        try {
            if (Files.exists(snapshot.folder().resolve("manifest.json")) && !snapshot.unchanged(file)) {
                notes.accept(file + " was changed after the run wrote it, so this is not only what the runs did.");
            }
        } catch (IOException e) {
            notes.accept(file + " cannot be compared with the manifest beside it (" + e + ").");
        }
    }

    DiffReport.Run run() {
        return new DiffReport.Run(
                snapshot.runId(), snapshot.folder().toString(), masters.size(), owners.size(), snapshot.placed());
    }
}
