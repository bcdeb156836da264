package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.Turn;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes the decisions of people safely. One change at a time and never during a run; every file is old or new whenever
 * the program is killed; what another program wrote in between is never overwritten; every change is in the
 * {@link DecisionJournal} and can be taken back. An edit may be applied again to fresh tables where another program changed
 * a file in between, so it must take everything from the tables it is given, and begin anew with what it gathers.
 */
public final class GovernanceStore {
    private static final int TRIES = 3;
    private static final int BACKUPS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Duration patience;
    private final StoreFolder files;
    private final Turn turn;

    /**
     * A store, for all threads of a process that change the decisions of a folder.
     *
     * @param charset encoding of its files where no byte-order mark says otherwise
     */
    public GovernanceStore(Path folder, Charset charset, Clock clock) {
        this(folder, charset, BACKUPS, PATIENCE, clock, new FileSteps());
    }

    GovernanceStore(Path folder, Charset charset, int backups, Duration patience, Clock clock, FileSteps steps) {
        this.folder = folder;
        this.patience = patience;
        this.files = new StoreFolder(folder, charset, steps, backups, clock);
        this.turn = new Turn(
                Integer.MAX_VALUE, patience, "Too many changes of decisions wait. Nothing was changed; try again.");
    }

    /** The day that decisions of this moment bear. */
    public String today() {
        return LocalDate.now(files.clock().withZone(ZoneId.systemDefault())).toString();
    }

    /** What stands in the tables now. */
    public <T> T read(Function<GovernanceTables, T> look) {
        AtomicReference<T> seen = new AtomicReference<>();
        preview(tables -> seen.set(look.apply(tables)));
        return seen.get();
    }

    /**
     * Applies an edit and commits it.
     *
     * @return what was changed; nothing is written where nothing is to be changed
     * @throws PendingChangeException if a file could not be replaced; its new content is in a side file
     * @throws OutputException if the folder stays locked, or another program changes the file again and again
     * @throws TableException if a file cannot be read
     */
    public Receipt change(Origin origin, Consumer<GovernanceTables> edit) {
        checkFolder();
        return turn.take(() ->
                Files.isWritable(folder) ? locked(journal -> apply(journal, origin, edit)) : unwritable(origin, edit));
    }

    /** Applies an edit and commits it, or with {@code dryRun} only tells what it would change. */
    public Receipt change(Origin origin, Consumer<GovernanceTables> edit, boolean dryRun) {
        return dryRun ? Receipt.of(preview(edit), List.of(), List.of()) : change(origin, edit);
    }

    private Receipt apply(DecisionJournal journal, Origin origin, Consumer<GovernanceTables> edit) throws IOException {
        List<String> notes = new GovernanceRecovery(files, journal).run();
        for (int i = 0; i < TRIES; i++) {
            if (!journal.state().equals(files.state())) {
                new OutsideEdits(files, journal).record().ifPresent(notes::add);
            }
            GovernanceTables tables = files.tables();
            edit.accept(tables);
            if (tables.edited().isEmpty()) {
                return Receipt.of(List.of(), List.of(), notes);
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
    public List<Change> preview(Consumer<GovernanceTables> edit) {
        checkFolder();
        GovernanceTables tables = files.tables();
        edit.accept(tables);
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
        Receipt receipt = turn.take(() -> locked(journal -> apply(journal, origin, tables -> {
            if (undo[0] == null) { // edits made outside the program are in the journal by now
                undo[0] = new Undo(journal.read(note -> {}), id);
            }
            undo[0].accept(tables);
        })));
        return receipt.refusing(undo[0].refused());
    }

    /** What an undo would change and refuse; nothing is written. */
    public Receipt previewUndo(String id) {
        checkFolder();
        Undo undo = new Undo(new DecisionJournal(folder).read(note -> {}), id);
        return Receipt.of(preview(undo), undo.refused(), List.of());
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
        try (FolderLock lock = FolderLock.take(folder, files.now(), patience)) {
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
    private Receipt unwritable(Origin origin, Consumer<GovernanceTables> edit) {
        GovernanceTables tables = files.tables();
        edit.accept(tables);
        if (tables.edited().isEmpty()) {
            return Receipt.of(List.of(), List.of(), List.of());
        }
        try {
            DecisionJournal journal = DecisionJournal.open(folder, files.steps());
            throw new GovernanceCommit(files, journal, origin, tables, List.of()).refused("the folder is read-only");
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
