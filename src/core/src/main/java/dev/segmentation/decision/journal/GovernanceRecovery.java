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
    private final Map<String, String> lost = new LinkedHashMap<>();

    GovernanceRecovery(StoreFolder folder, DecisionJournal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /** Runs the recovery, and says what there was to do. */
    List<String> run() throws IOException {
        journal.mend(folder.now()).ifPresent(notes::add);
        JournalEntry last = journal.last();
        if (last != null && last.type().equals(JournalEntry.COMMIT)) {
            for (Map.Entry<String, Transaction.Prints> file : last.prints().entrySet()) {
                complete(file.getKey(), last.id(), file.getValue());
            }
            if (!lost.isEmpty()) {
                String why = "it was cut off, and its new content could not be put in place afterwards";
                Map<String, String> state = last.texts(JournalEntry.STATE);
                lost.keySet()
                        .forEach(file -> state.put(file, last.prints().get(file).before()));
                journal.append(List.of(JournalEntry.abandoned(last.id(), folder.now(), lost, why, state)));
            }
        }
        sweep();
        return notes;
    }

    private void complete(String file, String id, Transaction.Prints prints) throws IOException {
        Path target = folder.target(file);
        Path temp = folder.temp(file, id);
        boolean untouched = Fingerprint.of(target).equals(prints.before());
        boolean whole = Files.exists(temp) && Fingerprint.of(temp).equals(prints.after());
        if (whole) {
            String obstacle =
                    untouched ? move(file, id, target, temp) : target + " was changed by another program since";
            if (!obstacle.isEmpty()) {
                putAside(file, id, temp, prints, obstacle);
            }
        } else if (untouched && !folder.hasVersion(file, id, prints.after())) {
            lost.put(file, prints.after());
            notes.add(
                    id + " was cut off before " + file + " was replaced, and its new content is gone. The file is as it"
                            + " was before; do the change again.");
        }
        if (Fingerprint.of(target).equals(prints.after()) && !folder.hasVersion(file, id, prints.after())) {
            folder.keepVersion(file, folder.now(), id).ifPresent(notes::add);
        }
    }

    /** Moves it, or says what stands in the way. */
    private String move(String file, String id, Path target, Path temp) {
        try {
            if (HeldException.writeProtected(target)) {
                throw new IOException("it is read-only");
            }
            folder.steps().rename(temp, target);
            folder.steps().force(target.getParent());
            notes.add(id + " was cut off while " + file + " was replaced; that is done now.");
            return "";
        } catch (IOException e) {
            return target + " could not be replaced (" + e.getMessage() + ")";
        }
    }

    private void putAside(String file, String id, Path temp, Transaction.Prints prints, String why) throws IOException {
        Path side = StagedChange.of(folder, file, id, prints.before(), Files.readAllBytes(temp))
                .putAside(folder.now())
                .orElseThrow(() -> new IOException("there is no room for the new content of " + file));
        lost.put(file, prints.after());
        notes.add(id + " was cut off, and " + why + ". Its new content is in " + side + ".");
    }

    /** Takes away contents that never counted. */
    private void sweep() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (String file : GovernanceColumns.FILES) {
            places.add(folder.target(file).toAbsolutePath().getParent());
        }
        for (Path place : places) {
            for (Path path : FileSteps.list(place)) {
                if (StoreFolder.isTemp(path.getFileName().toString())) {
                    folder.steps().delete(path);
                }
            }
        }
    }
}
