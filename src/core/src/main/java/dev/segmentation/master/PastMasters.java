package dev.segmentation.master;

import dev.segmentation.dedupe.registry.MasterEvent;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What earlier runs know of masters: the names they bore, and which one took over which. */
final class PastMasters {
    /** Of a folder without a past. */
    static final PastMasters NONE = new PastMasters(Map.of(), Map.of());

    /** Stands for the heirs of a master whose names went to several; none of them is the one that is meant. */
    private static final String SEVERAL = "";

    private final Map<String, String> idsByName;
    private final Map<String, String> successors;

    private PastMasters(Map<String, String> idsByName, Map<String, String> successors) {
        this.idsByName = idsByName;
        this.successors = successors;
    }

    /** Reads the registry of the input folder and the history of the output folder, as far as they are there. */
    static PastMasters read(RunSettings settings, Consumer<String> notes) {
        Path registry = settings.input().resolve(MasterRegistry.FILE);
        Map<String, String> ids =
                Files.exists(registry) ? MasterRegistry.read(registry, notes).idsByNameKey() : Map.of();
        Map<String, String> successors = new HashMap<>();
        Map<String, String> runs = new HashMap<>();
        Path history = settings.output().resolve(MasterHistory.FILE);
        if (Files.exists(history)) {
            TableReader.readOwn(
                    history,
                    TableSpec.of("Master Id", "Event", "To").with("Run Id", "Time", "From", "Keys"),
                    row -> {
                        if (row.get("Event").equals(MasterEvent.Kind.MERGED.label())) {
                            String ended = row.get("Master Id");
                            String heir = row.get("To").split(" ", 2)[0];
                            boolean sameRun = row.get("Run Id").equals(runs.put(ended, row.get("Run Id")));
                            successors.merge(ended, heir, (a, b) -> sameRun && !a.equals(b) ? SEVERAL : b);
                        }
                    },
                    error -> notes.accept(error.toString()),
                    notes);
        }
        return new PastMasters(ids, successors);
    }

    /** The id of the master that bears or bore a name of that key. */
    Optional<String> idOf(String nameKey) {
        return nameKey.isEmpty() ? Optional.empty() : Optional.ofNullable(idsByName.get(nameKey));
    }

    /** The last master in the row of those that took over another; empty if nobody took that one over. */
    Optional<String> successor(String id) {
        Set<String> seen = new HashSet<>();
        String last = id;
        while (successors.containsKey(last) && seen.add(last)) {
            last = successors.get(last);
        }
        return last.equals(id) || last.equals(SEVERAL) ? Optional.empty() : Optional.of(last);
    }
}
