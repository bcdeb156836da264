package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
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
final class Recovery {
    private final StoreFolder folder;
    private final JournalKeeper journal;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> lost = new LinkedHashMap<>();

    Recovery(StoreFolder folder, JournalKeeper journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /** Does it, and says what there was to do. */
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
        Path temp = target.resolveSibling(FileNames.temp(file, id));
        String present = Fingerprint.of(target);
        boolean whole = Files.exists(temp) && Fingerprint.of(temp).equals(prints.after());
        if (present.equals(prints.before()) && whole) {
            moveOrPutAside(file, id, target, temp, prints);
        } else if (whole) {
            putAside(file, id, temp, prints, target + " was changed by another program since");
        } else if (present.equals(prints.before()) && !folder.backups().has(file, id, prints.after())) {
            lost.put(file, prints.after());
            notes.add(
                    id + " was cut off before " + file + " was replaced, and its new content is gone. The file is as it"
                            + " was before; do the change again.");
        }
        if (Fingerprint.of(target).equals(prints.after()) && !folder.backups().has(file, id, prints.after())) {
            folder.backups().keep(target, file, folder.now(), id).ifPresent(notes::add);
        }
    }

    private void moveOrPutAside(String file, String id, Path target, Path temp, Transaction.Prints prints)
            throws IOException {
        try {
            if (StoreFolder.readOnly(target)) {
                throw new IOException("it is read-only");
            }
            folder.steps().rename(temp, target);
            folder.steps().force(target.getParent());
            notes.add(id + " was cut off while " + file + " was replaced; that is done now.");
        } catch (IOException e) {
            putAside(file, id, temp, prints, target + " could not be replaced (" + e.getMessage() + ")");
        }
    }

    private void putAside(String file, String id, Path temp, Transaction.Prints prints, String why) throws IOException {
        byte[] bytes = Files.readAllBytes(temp);
        StagedChange content = StagedChange.of(folder, file, id, prints.before(), bytes);
        Path side = content.putAside(folder.now())
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
                String name = path.getFileName().toString();
                if (GovernanceColumns.FILES.stream().anyMatch(file -> FileNames.isTemp(name, file))) {
                    folder.steps().delete(path);
                }
            }
        }
    }
}
