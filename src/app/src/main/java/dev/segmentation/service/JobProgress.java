package dev.segmentation.service;

import dev.segmentation.customer.Progress;
import java.util.concurrent.CancellationException;

/** Tells a job how far its work has come, and stops the work once the job is cancelled. */
final class JobProgress implements Progress {
    private final Job job;

    JobProgress(Job job) {
        this.job = job;
    }

    @Override
    public Step start(String name, long total) {
        stopIfCancelled();
        job.step(name, total);
        return new Step() {
            @Override
            public void advance(long done) {
                stopIfCancelled();
                job.advance(done);
            }

            @Override
            public void close() {
                // the next step takes its place
            }
        };
    }

    private void stopIfCancelled() {
        if (job.cancelled()) {
            throw new CancellationException("The job was cancelled; nothing of it was written.");
        }
    }
}
