package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.Fingerprint;
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
 * Commits one change of governance files: new contents beside their targets, then the journal, which is the commit point,
 * then the moves, each on disk before the next begins. A kill at any moment leaves every file old or new, and the journal
 * tells which it is to be.
 */
final class GovernanceCommit {
    private final StoreFolder folder;
    private final DecisionJournal journal;
    private final Origin origin;
    private final Instant time;
    private final String id;
    private final List<Change> changes;
    private final List<Staged> files = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final List<String> notes;
    private final Map<String, String> known;
    private boolean journaled;

    /** The new content of a file, what it replaces by its fingerprint, and where it lies until it is moved. */
    private record Staged(String file, Path target, Path temp, String before, String after, byte[] bytes) {
        boolean current() throws IOException {
            return Fingerprint.of(target).equals(before);
        }
    }

    GovernanceCommit(
            StoreFolder folder, DecisionJournal journal, Origin origin, GovernanceTables tables, List<String> notes)
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
            String file = table.getKey();
            String before = table.getValue().fingerprint();
            byte[] bytes = table.getValue().bytes();
            files.add(
                    new Staged(file, folder.target(file), folder.temp(file, id), before, Fingerprint.of(bytes), bytes));
        }
    }

    /**
     * Commits the change.
     *
     * @return empty if another program changed a file since it was read; then nothing was written
     * @throws PendingChangeException if a file could not be replaced
     */
    Optional<Receipt> commit() throws IOException {
        try {
            for (Staged file : files) {
                folder.stage(file.target(), file.temp(), file.bytes());
            }
        } catch (IOException e) {
            throw pending(files, e.getMessage());
        }
        for (Staged file : files) {
            if (!file.current() || !file.before().equals(known.get(file.file()))) {
                discard();
                return Optional.empty();
            }
        }
        try {
            journal.append(entries());
            journaled = true;
        } catch (IOException e) {
            throw pending(files, "the journal cannot be written, " + e.getMessage());
        }
        return moveAll() ? Optional.of(receipt(Optional.empty())) : Optional.empty();
    }

    PendingChangeException refused(String why) {
        return pending(files, why);
    }

    private List<JournalEntry> entries() {
        Map<String, List<String>> prints = new LinkedHashMap<>();
        Map<String, String> state = new LinkedHashMap<>(known);
        for (Staged file : files) {
            prints.put(file.file(), List.of(file.before(), file.after()));
            state.put(file.file(), file.after());
        }
        return JournalEntry.all(id, time, origin, "", changes, prints, state);
    }

    private boolean moveAll() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            Staged file = files.get(i);
            List<Staged> rest = files.subList(i, files.size());
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
                folder.steps().rename(file.temp(), file.target());
                if (!file.target().getParent().equals(folder.path())) {
                    folder.steps().force(file.target().getParent());
                }
            } catch (IOException e) {
                throw pending(rest, e.toString());
            }
            written.add(file.target());
        }
        folder.steps().force(folder.path());
        for (Staged file : files) {
            folder.keepVersion(file.file(), time, id).ifPresent(notes::add);
        }
        return true;
    }

    private void discard() throws IOException {
        for (Staged file : files) {
            folder.steps().delete(file.temp());
        }
    }

    private JournalEntry abandoned(List<Staged> rest, String why) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Map<String, String> state = new LinkedHashMap<>(known);
        files.forEach(file -> state.put(file.file(), file.after()));
        for (Staged file : rest) {
            wanted.put(file.file(), file.after());
            state.put(file.file(), file.before());
        }
        return JournalEntry.abandoned(id, time, wanted, why, state);
    }

    /** Puts aside what cannot be committed; the journal says so before the new contents beside the targets go. */
    private PendingChangeException pending(List<Staged> rest, String why) {
        List<Path> sides = new ArrayList<>();
        for (Staged file : rest) {
            folder.putAside(file.file(), file.bytes(), time).ifPresent(sides::add);
        }
        boolean waits = false;
        String journalSays;
        try {
            List<JournalEntry> entries = journaled ? new ArrayList<>() : entries();
            String shortly = sides.isEmpty() ? "" : "; the new content is in " + PendingChangeException.listed(sides);
            entries.add(abandoned(rest, why + shortly));
            journal.append(entries);
            journaled = true;
            journalSays = " The journal has it as " + id + ", not in place.";
        } catch (IOException e) {
            waits = journaled;
            journalSays = " The journal cannot be written (" + e.getMessage() + ")"
                    + (journaled ? " and has it as " + id + ", to be completed." : " and does not know of it.");
        }
        try {
            if (!waits) {
                discard();
            }
        } catch (IOException e) { // the next change deletes it
            notes.add("A temporary file could not be deleted (" + e.getMessage() + ").");
        }
        List<Path> targets = rest.stream().map(Staged::target).toList();
        String advice = PendingChangeException.advice(targets, sides, written, why, waits);
        return new PendingChangeException(
                advice + journalSays, receipt(sides.stream().findFirst()));
    }

    private Receipt receipt(Optional<Path> side) {
        return new Receipt(journaled ? id : "", changes, written, side, List.of(), notes);
    }
}
