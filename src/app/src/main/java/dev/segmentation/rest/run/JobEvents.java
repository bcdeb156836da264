package dev.segmentation.rest.run;

import dev.segmentation.service.Job;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a job as a stream: each change of its state, its progress a few times a second, and where nothing happens
 * how it stands now and then, since what lies between cuts off a connection on which nothing comes. A client that reads slowly
 * misses progress, but no state and never the end.
 */
final class JobEvents {
    private static final Duration PACE = Duration.ofMillis(200);

    /** Well below {@code quarkus.http.idle-timeout}. */
    private static final Duration BEAT = Duration.ofSeconds(30);

    private final MultiEmitter<? super Job.View> client;
    /** What the client has not been sent yet: of each state the latest. */
    private final List<Job.View> waiting = new ArrayList<>();

    private Job.State state = Job.State.QUEUED;

    private JobEvents(MultiEmitter<? super Job.View> client) {
        this.client = client;
    }

    static Multi<Job.View> of(Job job) {
        return of(job, BEAT);
    }

    static Multi<Job.View> of(Job job, Duration beat) {
        return Multi.createFrom()
                .emitter(client -> new JobEvents(client).follow(job, beat), BackPressureStrategy.BUFFER);
    }

    private void follow(Job job, Duration beat) {
        Runnable stop = job.listen(this::heard);
        Cancellable beats = every(beat, () -> heard(job.view()));
        Cancellable sending = every(PACE, this::send);
        client.onTermination(() -> {
            stop.run();
            beats.cancel();
            sending.cancel();
        });
    }

    private static Cancellable every(Duration time, Runnable action) {
        return Multi.createFrom()
                .ticks()
                .every(time)
                .onOverflow()
                .drop()
                .subscribe()
                .with(tick -> action.run());
    }

    private synchronized void heard(Job.View now) {
        if (state.over() || now.state().compareTo(state) < 0) {
            return; // another thread was faster with what came later
        }
        if (now.state() == state && !waiting.isEmpty()) {
            waiting.remove(waiting.size() - 1);
        }
        state = now.state();
        waiting.add(now);
        if (state.over()) {
            waiting.forEach(client::emit);
            client.complete();
        }
    }

    private synchronized void send() {
        if (client.requested() > 0) {
            waiting.forEach(client::emit);
            waiting.clear();
        }
    }
}
