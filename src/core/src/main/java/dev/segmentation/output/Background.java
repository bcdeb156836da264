package dev.segmentation.output;

import dev.segmentation.run.SegmentationRun;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

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
        SegmentationRun.join(task);
    }

    @Override
    public void close() {
        task.handle((done, error) -> done).join();
    }
}
