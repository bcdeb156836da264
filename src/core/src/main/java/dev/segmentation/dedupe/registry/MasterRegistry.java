package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.Sorting;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
    /** The registry of a folder that has none yet. */
    public static final MasterRegistry EMPTY = new MasterRegistry(List.of());

    static final List<String> COLUMNS =
            List.of("Master Id", "Master Customer Name Canonical", "Name Keys", "First Seen", "Last Seen");

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
     * Reads a registry file.
     *
     * @throws dev.segmentation.table.TableException if any row of it cannot be used
     */
    public static MasterRegistry read(Path file, Consumer<String> notes) {
        return new MasterRegistry(new RegistryReader(file, notes).read());
    }

    /** Writes it, in order of ids. */
    public void write(Path file) throws IOException {
        try (TableWriter table = new TableWriter(file, CsvProfile.PLAIN, COLUMNS)) {
            Map<Instant, String> times = new HashMap<>();
            for (RegistryRow row : rows) {
                table.row(
                        row.id(),
                        row.canonical(),
                        NameKeyList.join(row.names(), row.formerNames()),
                        times.computeIfAbsent(row.firstSeen(), Instant::toString),
                        times.computeIfAbsent(row.lastSeen(), Instant::toString));
            }
        }
    }

    /** All rows, sorted by id. */
    List<RegistryRow> rows() {
        return rows;
    }

    /** Whether a master has or had that id. */
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

    /** Whether nothing was ever seen. */
    boolean empty() {
        return rows.isEmpty();
    }

    /** Whether the last run found that master. */
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
