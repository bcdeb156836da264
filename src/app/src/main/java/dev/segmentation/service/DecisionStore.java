package dev.segmentation.service;

import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.journal.GovernanceEdit;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** The decisions of people as the threads of one process share them: who asks first changes first, and nobody waits for ever. */
public final class DecisionStore {
    private final GovernanceStore store;
    private final Clock clock;
    private final Turn turn = new Turn(
            Integer.MAX_VALUE,
            StoreOptions.DEFAULT.patience(),
            "Too many changes of decisions wait. Nothing was changed; try again.");

    DecisionStore(RunSettings settings, Clock clock) {
        this.store = new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, clock);
        this.clock = clock;
    }

    /** The day that decisions of this moment bear. */
    String today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault())).toString();
    }

    /** What stands in the tables now. */
    <T> T read(Function<GovernanceTables, T> look) {
        AtomicReference<T> seen = new AtomicReference<>();
        store.preview(tables -> seen.set(look.apply(tables)));
        return seen.get();
    }

    /** Changes decisions, when it is this caller's turn. */
    Receipt change(Origin origin, GovernanceEdit edit) {
        return turn.take(() -> store.change(origin, edit));
    }

    /** Takes a change back. */
    public Receipt undo(String id, Origin origin) {
        return turn.take(() -> store.undo(id, origin));
    }

    /** What an undo would do. */
    public Receipt previewUndo(String id) {
        return store.previewUndo(id);
    }

    /**
     * Does something that changes decisions, when it is this caller's turn.
     *
     * @throws dev.segmentation.files.OutputException if the turn does not come
     */
    <T> T inTurn(Supplier<T> work) {
        return turn.take(work);
    }
}
