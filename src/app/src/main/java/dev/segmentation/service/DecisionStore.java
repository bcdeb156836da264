package dev.segmentation.service;

import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.journal.GovernanceEdit;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.files.OutputException;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The decisions of people as the threads of one process share them: who asks first changes first, and nobody waits for ever. */
public final class DecisionStore {
    private static final long PATIENCE = StoreOptions.DEFAULT.patience().toMillis();

    private final GovernanceStore store;
    private final ReentrantLock turn = new ReentrantLock(true);

    DecisionStore(RunSettings settings, Clock clock) {
        this.store = new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, clock);
    }

    /** What stands in the tables now. */
    <T> T read(Function<GovernanceTables, T> look) {
        AtomicReference<T> seen = new AtomicReference<>();
        store.preview(tables -> seen.set(look.apply(tables)));
        return seen.get();
    }

    /** Changes decisions, when it is this caller's turn. */
    Receipt change(Origin origin, GovernanceEdit edit) {
        return inTurn(() -> store.change(origin, edit));
    }

    /** Takes a change back. */
    public Receipt undo(String id, Origin origin) {
        return inTurn(() -> store.undo(id, origin));
    }

    /** What an undo would do. */
    public Receipt previewUndo(String id) {
        return store.previewUndo(id);
    }

    /**
     * Does something that changes decisions, when it is this caller's turn.
     *
     * @throws OutputException if the turn does not come
     */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!turn.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
                throw new OutputException("Too many changes of decisions wait. Nothing was changed; try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("The service is stopping. Nothing was changed; try again later.");
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
