package dev.segmentation.suggest.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment at which an answer must be there. It counts on the real clock, because a server that sends a byte now and then
 * passes every time-out of a socket.
 */
final class Deadline {
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(Deadline::daemon);
    private static final ExecutorService LOOKUPS = Executors.newCachedThreadPool(Deadline::daemon);

    private final Duration allowed;
    private long end;

    Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "web-deadline");
        thread.setDaemon(true);
        return thread;
    }

    long millis() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** Moves it, since waiting out of politeness does not count. */
    void later(Duration waited) {
        end += waited.toNanos();
    }

    boolean passed() {
        return System.nanoTime() >= end;
    }

    /** Runs that when the time is over, unless it is cancelled before. */
    Future<?> then(Runnable action) {
        return TIMER.schedule(action, end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** Does something that knows no time-out of its own, such as asking for the machines of a name. */
    <T> T within(Callable<T> work) throws IOException {
        Future<T> future = LOOKUPS.submit(work);
        try {
            return future.get(millis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            future.cancel(true);
        }
    }

    IOException late(Exception cause) {
        return new IOException("no answer within " + allowed.toMillis() / 1000.0 + " s", cause);
    }
}
