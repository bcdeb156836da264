package dev.segmentation.dedupe.registry;

import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the registry. Ids hang on it, so one bad row refuses it whole. */
final class RegistryReader {
    private static final String ID = MasterRegistry.COLUMNS.get(0);
    private static final String CANONICAL = MasterRegistry.COLUMNS.get(1);
    private static final String KEYS = MasterRegistry.COLUMNS.get(2);
    private static final String FIRST = MasterRegistry.COLUMNS.get(3);
    private static final String LAST = MasterRegistry.COLUMNS.get(4);
    private static final int SHOWN = 5;

    private final Path file;
    private final Consumer<String> notes;
    private final List<RegistryRow> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();

    RegistryReader(Path file, Consumer<String> notes) {
        this.file = file;
        this.notes = notes;
    }

    List<RegistryRow> read() {
        try {
            TableReader.readOwn(file, new TableSpec(MasterRegistry.COLUMNS, List.of()), this::add, errors::add, notes);
        } catch (TableException e) {
            throw new TableException(e.getMessage() + "\n" + advice(), e);
        }
        if (!errors.isEmpty()) {
            StringBuilder message = new StringBuilder(file + " cannot be used; nothing was changed.");
            errors.stream().limit(SHOWN).forEach(error -> message.append("\n").append(error));
            if (errors.size() > SHOWN) {
                message.append("\n… and ").append(errors.size() - SHOWN).append(" more");
            }
            throw new TableException(message.append("\n").append(advice()).toString());
        }
        return rows;
    }

    private String advice() {
        return "Mend it, or put " + MasterRegistry.BACKUP + " in its place. Without the file the next run makes all ids"
                + " from names again.";
    }

    private void add(Row row) {
        String id = row.get(ID);
        if (!MasterId.valid(id)) {
            errors.add(row.error(ID, "no master id", "An id is M and ten of the characters A to Z and 2 to 7."));
            return;
        }
        Long former = lines.putIfAbsent(id, row.line());
        if (former != null) {
            errors.add(row.error(ID, "stands on line " + former + " too", "Delete one of the two rows."));
            return;
        }
        List<String> names = new ArrayList<>(1);
        List<String> formerNames = new ArrayList<>(0);
        NameKeyList.split(row.get(KEYS), names, formerNames);
        if (row.get(CANONICAL).isEmpty()) {
            errors.add(row.error(CANONICAL, "no name", "Every master has a name."));
        } else if (names.isEmpty()) {
            errors.add(row.error(KEYS, "no name key", "Every master has a name key; several are joined by \" | \"."));
        } else {
            Instant first = time(row, FIRST);
            Instant last = time(row, LAST);
            if (first != null && last != null) {
                rows.add(new RegistryRow(id, row.get(CANONICAL), names, formerNames, first, last));
            }
        }
    }

    private Instant time(Row row, String column) {
        try {
            return times.computeIfAbsent(row.get(column), Instant::parse);
        } catch (DateTimeException e) {
            errors.add(row.error(column, "no time", "Write it as 2026-01-31T12:00:00Z."));
            return null;
        }
    }
}
