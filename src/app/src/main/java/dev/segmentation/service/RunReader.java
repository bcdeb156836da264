package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.output.Worklist;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the tables of a run that an earlier or another process made. */
final class RunReader {
    private static final int TRIES = 3;
    private static final TableSpec MEMBERS = TableSpec.of("Customer Key", "Original Name", "Master Id")
            .with("Customer Number", "Source", "Last Billing Date (Any Stream)");

    private RunReader() {}

    /**
     * The run whose files stand in the output folder; where that one only deduped, the last one that classified and is kept;
     * nothing if there is none.
     *
     * @throws TableException if its files cannot be read, or change all the time
     */
    static Optional<CurrentRun> read(Path output) {
        Snapshots snapshots = new Snapshots(output);
        for (int i = 0; i < TRIES; i++) {
            String runId = snapshots.placed();
            Optional<CurrentRun> run = files(output, runId, snapshots).map(RunReader::read);
            if (snapshots.placed().equals(runId)) {
                return run;
            }
        }
        throw new TableException("The files in " + output + " are replaced again and again. Try again later.");
    }

    /** A dedupe leaves the classes of the run before beside its own map; only the manifest tells them apart. */
    private static Optional<Snapshot> files(Path output, String runId, Snapshots snapshots) {
        Snapshot placed = new Snapshot(output, runId, true);
        if (runId.isEmpty() || !placed.classified()) {
            return Optional.empty();
        }
        if (placed.wrote(placed.masters())) {
            return Optional.of(placed);
        }
        return snapshots.list().stream()
                .filter(one -> one.placed() && one.classified())
                .reduce((earlier, later) -> later);
    }

    private static CurrentRun read(Snapshot files) {
        List<WorklistRow> worklist = new ArrayList<>();
        Set<String> conflicts = new HashSet<>();
        Path list = files.folder().resolve(Worklist.FILE);
        if (Files.exists(list)) {
            table(list, WorklistRow.SPEC, row -> {
                worklist.add(WorklistRow.of(row));
                if (row.get("Why").equals(Worklist.CONFLICT)) {
                    conflicts.add(row.get("Master Id"));
                }
            });
        }
        Map<String, List<Customer>> customers = new HashMap<>();
        table(files.map(), MEMBERS, row -> customers
                .computeIfAbsent(row.get("Master Id"), id -> new ArrayList<>(1))
                .add(new Customer(
                        row.get("Customer Key"),
                        row.get("Customer Number"),
                        row.get("Original Name"),
                        row.get("Source"),
                        row.get("Last Billing Date (Any Stream)"))));
        List<MasterInfo> masters = new ArrayList<>();
        List<List<Customer>> members = new ArrayList<>();
        table(files.masters(), MasterInfo.SPEC, row -> {
            String id = row.get("Master Id");
            members.add(customers.getOrDefault(id, List.of()));
            masters.add(MasterInfo.of(row, conflicts.contains(id), customers.getOrDefault(id, List.of())));
        });
        return new CurrentRun(files.runId(), masters, members, worklist);
    }

    private static void table(Path file, TableSpec spec, Consumer<Row> rows) {
        TableReader.readOwn(
                file,
                spec,
                rows,
                error -> {
                    throw new TableException(error + " Run again to make this file anew.");
                },
                note -> {});
    }
}
