package dev.segmentation.files;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread at a time do something, those first that asked first, and keeps nobody waiting for ever. */
public final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final int most;
    private final Duration patience;
    private final String busy;

    /**
     * @param most how many may wait
     * @param patience how long each waits
     * @param busy what others do, for whoever is refused
     */
    public Turn(int most, Duration patience, String busy) {
        this.most = most;
        this.patience = patience;
        this.busy = busy;
    }

    /**
     * Does something when it is this caller's turn.
     *
     * @throws OutputException if the turn does not come
     */
    public <T> T take(Supplier<T> work) {
        try {
            if (waiting() >= most || !lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OutputException(busy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("The service is stopping. Nothing was changed; try again later.");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    public int waiting() {
        return lock.getQueueLength();
    }
}
