package dev.segmentation.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes one table while others are written; closing it waits, so that nobody clears away a file in the making. */
public final class Background implements Closeable {
    private CompletableFuture<Void> task = CompletableFuture.completedFuture(null);

    /** Work that writes. */
    public interface Work {
        void run() throws IOException;
    }

    public void start(Work work) {
        CompletableFuture<Void> more = CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        task = CompletableFuture.allOf(task, more);
    }

    /** Waits until the work is done; throws what it threw. */
    public void await() {
        join(task);
    }

    /** Waits for a result; throws what its maker threw. */
    public static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        task.handle((done, error) -> done).join();
    }
}
