package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.files.HeldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes or drops what a killed change left behind. The holder of the folder's lock alone may use it. */
final class GovernanceRecovery {
    private final StoreFolder folder;
    private final DecisionJournal journal;
    private final List<String> notes = new ArrayList<>();

    GovernanceRecovery(StoreFolder folder, DecisionJournal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    List<String> run() throws IOException {
        journal.mend(folder.now()).ifPresent(notes::add);
        JournalEntry last = journal.last();
        Map<String, String> lost = new LinkedHashMap<>();
        if (last != null && last.type().equals(JournalEntry.COMMIT)) {
            Map<String, String> state = last.texts(JournalEntry.STATE);
            for (Map.Entry<String, List<String>> file : last.prints().entrySet()) {
                String before = file.getValue().get(0);
                String after = file.getValue().get(1);
                if (!complete(file.getKey(), last.id(), before, after)) {
                    lost.put(file.getKey(), after);
                    state.put(file.getKey(), before);
                }
            }
            if (!lost.isEmpty()) {
                String why = "it was cut off, and its new content could not be put in place afterwards";
                journal.append(List.of(JournalEntry.abandoned(last.id(), folder.now(), lost, why, state)));
            }
        }
        sweep();
        return notes;
    }

    /** Puts a file in place that is not there yet; returns whether it is nowhere lost. */
    private boolean complete(String file, String id, String before, String after) throws IOException {
        Path target = folder.target(file);
        Path temp = folder.temp(file, id);
        boolean found = true;
        boolean untouched = Fingerprint.of(target).equals(before);
        if (Files.exists(temp) && Fingerprint.of(temp).equals(after)) {
            String why = untouched ? move(temp, target) : target + " was changed by another program since";
            found = why.isEmpty();
            if (found) {
                notes.add(id + " was cut off while " + file + " was replaced; that is done now.");
            } else {
                Path side = folder.putAside(file, Files.readAllBytes(temp), folder.now())
                        .orElseThrow(() -> new IOException("there is no room for the new content of " + file));
                notes.add(id + " was cut off, and " + why + ". Its new content is in " + side + ".");
            }
        } else if (untouched && folder.version(file, "-" + id, after).isEmpty()) {
            found = false;
            notes.add(
                    id + " was cut off before " + file + " was replaced, and its new content is gone. The file is as it"
                            + " was before; do the change again.");
        }
        if (Fingerprint.of(target).equals(after)
                && folder.version(file, "-" + id, after).isEmpty()) {
            folder.keepVersion(file, folder.now(), id).ifPresent(notes::add);
        }
        return found;
    }

    private String move(Path temp, Path target) {
        try {
            if (HeldException.writeProtected(target)) {
                throw new IOException("it is read-only");
            }
            folder.steps().rename(temp, target);
            folder.steps().force(target.getParent());
            return "";
        } catch (IOException e) {
            return target + " could not be replaced (" + e.getMessage() + ")";
        }
    }

    /** Takes away contents that never counted. */
    private void sweep() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (String file : GovernanceColumns.FILES) {
            places.add(folder.target(file).toAbsolutePath().getParent());
        }
        for (Path place : places) {
            for (Path each : FileSteps.list(place)) {
                String name = each.getFileName().toString();
                if (name.endsWith(".new")
                        && GovernanceColumns.FILES.stream().anyMatch(file -> name.startsWith("." + file + ".D"))) {
                    folder.steps().delete(each);
                }
            }
        }
    }
}
