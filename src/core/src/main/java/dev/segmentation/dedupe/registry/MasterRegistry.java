package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.Sorting;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All masters there ever were, so that an id means the same company for good. It never changes; a run makes the next one.
 * A master that is gone keeps its row, and with it its id.
 */
public final class MasterRegistry {
    /** Name of the file in the input folder. */
    public static final String FILE = "MasterRegistry.csv";
    /** The registry before the last run that changed masters. */
    public static final String BACKUP = FILE + ".bak";

    private static final String ID = "Master Id";
    private static final String CANONICAL = "Master Customer Name Canonical";
    private static final String KEYS = "Name Keys";
    private static final String FIRST = "First Seen";
    private static final String LAST = "Last Seen";
    private static final List<String> COLUMNS = List.of(ID, CANONICAL, KEYS, FIRST, LAST);
    private static final int SHOWN = 5;
    private static final String ADVICE = "Mend it, or put " + BACKUP
            + " in its place. Without the file the next run makes all ids from names again.";

    /** The registry of a folder that has none yet. */
    public static final MasterRegistry EMPTY = new MasterRegistry(List.of());

    private final List<RegistryRow> rows;
    private final Instant lastRun;

    /** A registry of these rows; every id stands once. */
    MasterRegistry(List<RegistryRow> rows) {
        RegistryRow[] sorted = rows.toArray(RegistryRow[]::new);
        Sorting.byText(sorted, RegistryRow::id);
        this.rows = List.of(sorted);
        this.lastRun = rows.stream()
                .map(RegistryRow::lastSeen)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /**
     * Reads a registry file. Ids hang on it, so one bad row refuses it whole.
     *
     * @throws TableException if any row of it cannot be used
     */
    public static MasterRegistry read(Path file, Consumer<String> notes) {
        List<RegistryRow> rows = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        try {
            TableReader.readOwn(
                    file,
                    new TableSpec(COLUMNS, List.of()),
                    row -> add(row, lines, times, rows, errors),
                    errors::add,
                    notes);
        } catch (TableException e) {
            throw new TableException(e.getMessage() + "\n" + ADVICE, e);
        }
        if (!errors.isEmpty()) {
            StringBuilder message = new StringBuilder(file + " cannot be used; nothing was changed.");
            errors.stream().limit(SHOWN).forEach(error -> message.append("\n").append(error));
            if (errors.size() > SHOWN) {
                message.append("\n… and ").append(errors.size() - SHOWN).append(" more");
            }
            throw new TableException(message.append("\n").append(ADVICE).toString());
        }
        return new MasterRegistry(rows);
    }

    private static void add(
            Row row,
            Map<String, Long> lines,
            Map<String, Instant> times,
            List<RegistryRow> rows,
            List<RowError> errors) {
        String id = row.get(ID);
        if (!RegistryRow.isId(id)) {
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
        RegistryRow.splitKeyCell(row.get(KEYS), names, formerNames);
        if (row.get(CANONICAL).isEmpty()) {
            errors.add(row.error(CANONICAL, "no name", "Every master has a name."));
        } else if (names.isEmpty()) {
            errors.add(row.error(KEYS, "no name key", "Every master has a name key; several are joined by \" | \"."));
        } else {
            Instant first = time(row, FIRST, times, errors);
            Instant last = time(row, LAST, times, errors);
            if (first != null && last != null) {
                rows.add(new RegistryRow(id, row.get(CANONICAL), names, formerNames, first, last));
            }
        }
    }

    private static Instant time(Row row, String column, Map<String, Instant> times, List<RowError> errors) {
        try {
            return times.computeIfAbsent(row.get(column), Instant::parse);
        } catch (DateTimeException e) {
            errors.add(row.error(column, "no time", "Write it as 2026-01-31T12:00:00Z."));
            return null;
        }
    }

    /** Writes it, in order of ids. */
    public void write(Path file) throws IOException {
        try (TableWriter table = new TableWriter(file, CsvProfile.PLAIN, COLUMNS)) {
            Map<Instant, String> times = new HashMap<>();
            for (RegistryRow row : rows) {
                table.row(
                        row.id(),
                        row.canonical(),
                        RegistryRow.keyCell(row.names(), row.formerNames()),
                        times.computeIfAbsent(row.firstSeen(), Instant::toString),
                        times.computeIfAbsent(row.lastSeen(), Instant::toString));
            }
        }
    }

    /** Sorted by id. */
    List<RegistryRow> rows() {
        return rows;
    }

    boolean has(String id) {
        int from = 0;
        int to = rows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = rows.get(middle).id().compareTo(id);
            if (order == 0) {
                return true;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return false;
    }

    boolean living(RegistryRow row) {
        return row.lastSeen().equals(lastRun);
    }

    /**
     * Ids of masters by the names that their customers have or had. A name of several masters leads to the one that the last
     * run found; to none if it found several or none of them.
     */
    public Map<String, String> idsByNameKey() {
        Map<String, String> living = new HashMap<>();
        Map<String, String> gone = new HashMap<>();
        for (RegistryRow row : rows) {
            Map<String, String> ids = living(row) ? living : gone;
            Stream.concat(row.names().stream(), row.formerNames().stream())
                    .distinct()
                    .forEach(key -> ids.merge(key, row.id(), (a, b) -> ""));
        }
        gone.forEach(living::putIfAbsent);
        living.values().removeIf(String::isEmpty);
        return living;
    }

    /** How many masters the last run found. */
    public int living() {
        return (int) rows.stream().filter(this::living).count();
    }

    /** When a run now sees its masters: later than the run before, whatever the clock says. */
    Instant after(Instant time) {
        return rows.isEmpty() || time.isAfter(lastRun) ? time : lastRun.plusSeconds(1);
    }
}
