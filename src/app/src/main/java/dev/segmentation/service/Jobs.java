package dev.segmentation.service;

import dev.segmentation.customer.Progress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does jobs one after the other, and remembers the last ones. */
public final class Jobs implements AutoCloseable {
    /** So many of the last results stay whole; of the others the long lists go, since there may be a hundred thousand masters. */
    public static final int WHOLE = 5;

    private final Clock clock;
    private final int remembered;
    private final int waiting;
    private final Consumer<Job.View> ended;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Job> jobs = new ArrayDeque<>();
    private long next = 1;
    private boolean stopping;

    /** No job is taken now: too many wait already, or the service is about to stop. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean stopping;

        RefusedException(boolean stopping, String message) {
            super(message);
            this.stopping = stopping;
        }

        /** Whether the service is about to stop. */
        public boolean stopping() {
            return stopping;
        }
    }

    /**
     * No jobs yet.
     *
     * @param remembered how many jobs that are over stay known
     * @param waiting how many may wait
     * @param ended is told each job when it is over
     * @throws IllegalArgumentException if there can be no such number of jobs
     */
    public Jobs(Clock clock, int remembered, int waiting, Consumer<Job.View> ended) {
        if (remembered < 0 || waiting < 1) {
            throw new IllegalArgumentException("Jobs that stay known (" + remembered
                    + ") cannot be fewer than none, nor" + " jobs that may wait (" + waiting + ") fewer than one.");
        }
        this.clock = clock;
        this.remembered = remembered;
        this.waiting = waiting;
        this.ended = ended;
    }

    /**
     * Adds a job.
     *
     * @param kind what is done, a word
     * @param by who asks for it
     * @param work does it, and says how far it has come
     * @throws RefusedException if too many wait, or no job begins any more
     */
    public synchronized Job submit(String kind, String by, Function<Progress, Object> work) {
        if (stopping) {
            throw new RefusedException(
                    true, "The service is about to stop and begins nothing more. Try again when it is back.");
        }
        long open = jobs.stream()
                .filter(job -> job.view().state() == Job.State.QUEUED)
                .count();
        if (open >= waiting) {
            throw new RefusedException(false, waiting + " jobs wait already. Try again when one is done.");
        }
        Job job = new Job("J" + String.format("%06d", next++), kind, by, clock);
        jobs.addLast(job);
        forget();
        worker.execute(() -> work(job, work));
        return job;
    }

    private void work(Job job, Function<Progress, Object> work) {
        if (!job.begin()) {
            return; // it was cancelled, and is over
        }
        try {
            job.end(Job.State.DONE, work.apply(progress(job)), null);
        } catch (CancellationException e) {
            job.end(Job.State.CANCELLED, null, null);
        } catch (RuntimeException e) {
            job.end(Job.State.FAILED, null, e);
        } catch (Error e) {
            job.end(Job.State.FAILED, null, new IllegalStateException(e.toString(), e));
            throw e;
        } finally {
            ended.accept(job.view());
            shorten();
        }
    }

    /** Tells a job how far its work has come, and stops the work once the job is cancelled. */
    private static Progress progress(Job job) {
        return (name, total) -> {
            stopIfCancelled(job);
            job.step(name, total);
            return new Progress.Step() {
                @Override
                public void advance(long done) {
                    stopIfCancelled(job);
                    job.advance(done);
                }

                @Override
                public void close() {
                    // the next step takes its place
                }
            };
        };
    }

    private static void stopIfCancelled(Job job) {
        if (job.cancelled()) {
            throw new CancellationException("The job was cancelled; nothing of it was written.");
        }
    }

    private synchronized void shorten() {
        list().stream().filter(job -> job.view().result() != null).skip(WHOLE).forEach(Job::shorten);
    }

    private void forget() {
        List<Job> over = jobs.stream().filter(job -> job.view().state().over()).toList();
        jobs.removeAll(over.subList(0, Math.max(0, over.size() - remembered)));
    }

    /** The job of that id, unless it was forgotten. */
    public synchronized Optional<Job> find(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Those that are known, the newest first. */
    public synchronized List<Job> list() {
        List<Job> newest = new ArrayList<>();
        jobs.descendingIterator().forEachRemaining(newest::add);
        return newest;
    }

    /**
     * Asks a job to stop. One that waits is over at once and makes room; one that runs stops at its next step, with nothing
     * written.
     *
     * @return whether there is such a job and it was not over
     */
    public boolean cancel(String id) {
        Optional<Job> job = find(id).filter(found -> !found.view().state().over());
        job.ifPresent(this::cancel);
        return job.isPresent();
    }

    private void cancel(Job job) {
        if (job.cancel()) {
            ended.accept(job.view());
        }
    }

    /** From now on no job begins: those that wait are over, the one under way is asked to stop, more are refused. */
    public void stop() {
        synchronized (this) {
            stopping = true;
        }
        list().stream().filter(job -> !job.view().state().over()).forEach(this::cancel);
    }

    /** Stops what runs before it writes, and lets what is putting its files in place end. */
    @Override
    public void close() {
        stop();
        worker.shutdown();
        try {
            worker.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
