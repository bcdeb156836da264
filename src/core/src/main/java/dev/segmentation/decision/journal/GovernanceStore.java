package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Changes the decisions of people safely. One change at a time and never during a run; every file is old or new whenever
 * the program is killed; what another program wrote in between is never overwritten; every change is in the
 * {@link DecisionJournal} and can be taken back.
 */
public final class GovernanceStore {
    private static final int TRIES = 3;

    private final Path folder;
    private final StoreOptions options;
    private final StoreFolder files;

    /**
     * A store.
     *
     * @param folder the input folder
     * @param charset encoding of its files where no byte-order mark says otherwise
     * @param options how decisions are kept
     * @param clock the time
     */
    public GovernanceStore(Path folder, Charset charset, StoreOptions options, Clock clock) {
        this(folder, charset, options, clock, new FileSteps());
    }

    GovernanceStore(Path folder, Charset charset, StoreOptions options, Clock clock, FileSteps steps) {
        this.folder = folder;
        this.options = options;
        this.files = new StoreFolder(folder, charset, steps, options.backups(), clock);
    }

    /**
     * Applies an edit and commits it.
     *
     * @return what was changed; nothing is written where nothing is to be changed
     * @throws PendingChangeException if a file could not be replaced; its new content is in a side file
     * @throws OutputException if the folder stays locked, or another program changes the file again and again
     * @throws TableException if a file cannot be read
     */
    public Receipt change(Origin origin, GovernanceEdit edit) {
        checkFolder();
        if (!Files.isWritable(folder)) {
            return unwritable(origin, edit);
        }
        return locked(journal -> apply(journal, origin, edit));
    }

    private Receipt apply(DecisionJournal journal, Origin origin, GovernanceEdit edit) throws IOException {
        List<String> notes = new GovernanceRecovery(files, journal).run();
        for (int i = 0; i < TRIES; i++) {
            new OutsideEdits(files, journal).record().ifPresent(notes::add);
            GovernanceTables tables = files.tables();
            edit.edit(tables);
            if (tables.edited().isEmpty()) {
                return Receipt.nothing(notes);
            }
            Optional<Receipt> receipt = new GovernanceCommit(files, journal, origin, tables, notes).commit();
            if (receipt.isPresent()) {
                return receipt.get();
            }
        }
        throw new OutputException("Another program changed the decisions in " + folder + " " + TRIES
                + " times while they were to be changed here. Nothing of it was overwritten, and nothing was changed."
                + " Close that program and run the command again.");
    }

    /** What an edit would change; nothing is written. */
    public List<Change> preview(GovernanceEdit edit) {
        checkFolder();
        GovernanceTables tables = files.tables();
        edit.edit(tables);
        tables.edited().values().forEach(table -> table.bytes());
        return tables.changes("preview");
    }

    /**
     * Takes back a change ({@code D000012-3}), a transaction ({@code D000012}), or all that came from a source
     * ({@code Batch-2026-10}). That is a transaction of its own and can be taken back as well.
     *
     * @return what was taken back, and what was refused because its row has changed since
     * @throws TableException if the journal knows nothing of that name
     */
    public Receipt undo(String id, Origin origin) {
        checkFolder();
        Undo[] undo = new Undo[1];
        Receipt receipt = locked(journal -> apply(journal, origin, tables -> {
            if (undo[0] == null) { // edits made outside the program are in the journal by now
                undo[0] = new Undo(journal.read(note -> {}), id);
            }
            undo[0].edit(tables);
        }));
        return receipt.refusing(undo[0].refused());
    }

    /** What an undo would change and refuse; nothing is written. */
    public Receipt previewUndo(String id) {
        checkFolder();
        Undo undo = new Undo(new DecisionJournal(folder).read(note -> {}), id);
        List<Change> changes = preview(undo);
        return new Receipt("", changes, List.of(), Optional.empty(), undo.refused(), List.of());
    }

    /**
     * Completes or drops what a killed change left behind.
     *
     * @return what there was to do
     */
    public List<String> recover() {
        checkFolder();
        return locked(journal -> new GovernanceRecovery(files, journal).run());
    }

    /** Completes or drops what a killed change left behind; the caller holds the lock of the folder. */
    public List<String> recoverHoldingLock() {
        try {
            return new GovernanceRecovery(files, DecisionJournal.open(folder, files.steps())).run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private <T> T locked(FolderLock.Work<DecisionJournal, T> work) {
        try (FolderLock lock = FolderLock.take(folder, files.now(), options.patience())) {
            return work.with(DecisionJournal.open(folder, files.steps()));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputException failure(IOException e) {
        return new OutputException(
                folder + " cannot be written (" + e + "). No file is half written; the next change clears up what was"
                        + " begun. Maybe the disk is full.",
                e);
    }

    private void checkFolder() {
        if (!Files.isDirectory(folder)) {
            throw new TableException(folder + " is no folder. It holds the decisions of people. Maybe --input names the"
                    + " wrong one, or the command runs elsewhere.");
        }
    }

    /** Not even the lock can be taken, so only the new contents can be saved. */
    private Receipt unwritable(Origin origin, GovernanceEdit edit) {
        GovernanceTables tables = files.tables();
        edit.edit(tables);
        if (tables.edited().isEmpty()) {
            return Receipt.nothing(List.of());
        }
        try {
            DecisionJournal journal = DecisionJournal.open(folder, files.steps());
            throw new GovernanceCommit(files, journal, origin, tables, List.of()).refused("the folder is read-only");
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
