package dev.segmentation.master;

import dev.segmentation.dedupe.registry.MasterEvent;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code MasterHistory.csv}: what ever happened to masters, the newest last. What stands there is never written anew. */
public final class MasterHistory {
    /** Name of the file in the output folder. */
    public static final String FILE = "MasterHistory.csv";

    private static final List<String> COLUMNS = List.of("Run Id", "Time", "Master Id", "Event", "From", "To", "Keys");

    private MasterHistory() {}

    /**
     * Stages the former rows, byte by byte, and these behind them; a run without events touches no file that is there.
     *
     * @param runId id of the run that made the events
     * @param time when that run began
     */
    public static void stage(
            RunSettings settings,
            StagedFiles staged,
            String runId,
            Instant time,
            List<MasterEvent> events,
            Consumer<String> notes)
            throws IOException {
        Path former = settings.output().resolve(FILE);
        if (events.isEmpty() && Files.exists(former)) {
            return;
        }
        try (TableWriter table = open(former, settings.profile(), staged, runId, notes)) {
            for (MasterEvent event : events) {
                table.row(
                        runId,
                        time.toString(),
                        event.id(),
                        event.kind().label(),
                        event.from(),
                        event.to(),
                        event.keyList());
            }
        }
    }

    private static TableWriter open(
            Path former, CsvProfile profile, StagedFiles staged, String runId, Consumer<String> notes)
            throws IOException {
        Path file = staged.file(FILE);
        if (!Files.isRegularFile(former)) {
            return new TableWriter(file, profile, COLUMNS);
        }
        Optional<TableWriter> continued = TableWriter.continuing(former, file, COLUMNS);
        if (continued.isPresent()) {
            return continued.get();
        }
        String kept = "MasterHistory-before-" + runId + ".csv";
        Files.copy(former, staged.file(kept), StandardCopyOption.REPLACE_EXISTING);
        notes.accept(
                FILE + " has not the columns " + String.join(", ", COLUMNS) + ", separated by commas. Maybe another"
                        + " program saved it. It is kept as " + kept + ", and a new one was begun.");
        return new TableWriter(file, profile, COLUMNS);
    }

    /**
     * Which master took over which, by id, as the history of an output folder tells; a blank one stands for several heirs, of
     * which none is the one that is meant.
     */
    static Map<String, String> successors(Path output, Consumer<String> notes) {
        Map<String, String> successors = new HashMap<>();
        Map<String, String> runs = new HashMap<>();
        Path history = output.resolve(FILE);
        if (Files.exists(history)) {
            TableReader.readOwn(
                    history,
                    TableSpec.of("Master Id", "Event", "To").with("Run Id", "Time", "From", "Keys"),
                    row -> {
                        if (row.get("Event").equals(MasterEvent.Kind.MERGED.label())) {
                            String ended = row.get("Master Id");
                            String heir = row.get("To").split(" ", 2)[0];
                            boolean sameRun = row.get("Run Id").equals(runs.put(ended, row.get("Run Id")));
                            successors.merge(ended, heir, (a, b) -> sameRun && !a.equals(b) ? "" : b);
                        }
                    },
                    error -> notes.accept(error.toString()),
                    notes);
        }
        return successors;
    }
}
