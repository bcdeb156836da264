package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.table.edit.EditableTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one transaction in place: new contents beside their targets, then the journal, then the moves, each on disk before
 * the next begins. A kill at any moment leaves every file old or new, and the journal tells which it is to be.
 */
final class Placement {
    private final StoreFolder folder;
    private final JournalKeeper journal;
    private final Origin origin;
    private final Instant time;
    private final String id;
    private final List<Change> changes;
    private final List<StagedChange> files = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final List<String> notes;
    private final Map<String, String> known;
    private boolean journaled;

    Placement(StoreFolder folder, JournalKeeper journal, Origin origin, GovernanceTables tables, List<String> notes)
            throws IOException {
        this.folder = folder;
        this.journal = journal;
        this.origin = origin;
        this.time = folder.now();
        this.id = journal.nextId();
        this.changes = tables.changes(id);
        this.notes = new ArrayList<>(notes);
        this.known = folder.state();
        this.known.putAll(journal.state());
        for (Map.Entry<String, EditableTable> table : tables.edited().entrySet()) {
            EditableTable edited = table.getValue();
            files.add(StagedChange.of(folder, table.getKey(), id, edited.fingerprint(), edited.bytes()));
        }
    }

    /**
     * Does it.
     *
     * @return empty if another program changed a file since it was read; then nothing was written
     * @throws PendingChangeException if a file could not be put in place
     */
    Optional<Receipt> put() throws IOException {
        try {
            for (StagedChange file : files) {
                file.stage();
            }
        } catch (IOException e) {
            throw pending(files, e.getMessage());
        }
        if (!allCurrent()) {
            discard();
            return Optional.empty();
        }
        try {
            journal.append(entries());
            journaled = true;
        } catch (IOException e) {
            throw pending(files, "the journal cannot be written, " + e.getMessage());
        }
        return moveAll() ? Optional.of(receipt(Optional.empty())) : Optional.empty();
    }

    /** What to throw where nothing can be put in place. */
    PendingChangeException refused(String why) {
        return pending(files, why);
    }

    private List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(JournalEntry.begin(id, time, origin, "", changes.size()));
        changes.forEach(change -> entries.add(JournalEntry.change(change)));
        Map<String, Transaction.Prints> prints = new LinkedHashMap<>();
        Map<String, String> state = new LinkedHashMap<>(known);
        for (StagedChange file : files) {
            prints.put(file.file(), file.prints());
            state.put(file.file(), file.prints().after());
        }
        entries.add(JournalEntry.commit(id, prints, state));
        return entries;
    }

    private boolean moveAll() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            StagedChange file = files.get(i);
            List<StagedChange> rest = files.subList(i, files.size());
            if (!file.current()) {
                String why = file.target() + " was changed by another program meanwhile";
                if (i > 0) {
                    throw pending(rest, why);
                }
                journal.append(List.of(abandoned(rest, why + "; the change is done anew")));
                discard();
                return false;
            }
            try {
                file.move();
            } catch (IOException e) {
                throw pending(rest, e.toString());
            }
            written.add(file.target());
        }
        folder.force();
        for (StagedChange file : files) {
            folder.backups().keep(file.target(), file.file(), time, id).ifPresent(notes::add);
        }
        return true;
    }

    private boolean allCurrent() throws IOException {
        for (StagedChange file : files) {
            if (!file.current() || !file.prints().before().equals(known.get(file.file()))) {
                return false;
            }
        }
        return true;
    }

    private void discard() throws IOException {
        for (StagedChange file : files) {
            file.discard();
        }
    }

    private JournalEntry abandoned(List<StagedChange> rest, String why) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Map<String, String> state = new LinkedHashMap<>(known);
        files.forEach(file -> state.put(file.file(), file.prints().after()));
        for (StagedChange file : rest) {
            wanted.put(file.file(), file.prints().after());
            state.put(file.file(), file.prints().before());
        }
        return JournalEntry.abandoned(id, time, wanted, why, state);
    }

    /** Puts aside what cannot be put in place; the journal says so before the new contents beside the targets go. */
    private PendingChangeException pending(List<StagedChange> rest, String why) {
        List<Path> sides = new ArrayList<>();
        for (StagedChange file : rest) {
            file.putAside(time).ifPresent(sides::add);
        }
        PendingAdvice advice = new PendingAdvice(rest, sides, written, why);
        boolean waits = false;
        String told;
        try {
            List<JournalEntry> entries = journaled ? new ArrayList<>() : entries();
            entries.add(abandoned(rest, advice.shortly()));
            journal.append(entries);
            journaled = true;
            told = "The journal has it as " + id + ", not in place.";
        } catch (IOException e) {
            waits = journaled;
            told = "The journal cannot be written (" + e.getMessage() + ")"
                    + (journaled ? " and has it as " + id + ", to be completed." : " and does not know of it.");
        }
        if (!waits) {
            sweep();
        }
        return new PendingChangeException(
                advice.text(waits) + " " + told, receipt(sides.stream().findFirst()));
    }

    /** Whatever cannot be deleted now, the next change deletes. */
    private void sweep() {
        try {
            discard();
        } catch (IOException e) {
            notes.add("A temporary file could not be deleted (" + e.getMessage() + ").");
        }
    }

    private Receipt receipt(Optional<Path> side) {
        return new Receipt(journaled ? id : "", changes, written, side, List.of(), notes);
    }
}
