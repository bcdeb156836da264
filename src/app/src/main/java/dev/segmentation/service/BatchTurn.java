package dev.segmentation.service;

import dev.segmentation.files.OutputException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread at a time read batches, and keeps no more of them waiting than others can spare. */
final class BatchTurn {
    /** How many may wait. */
    static final int WAITING = 10;

    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * Does something when it is this caller's turn.
     *
     * @throws OutputException if the turn does not come
     */
    <T> T take(Supplier<T> work) {
        try {
            if (waiting() >= WAITING || !turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new OutputException("Other batches are being read. Nothing was changed; try again in a moment.");
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

    int waiting() {
        return turn.getQueueLength();
    }
}
