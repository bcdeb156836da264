package dev.segmentation.rest.run;

import dev.segmentation.service.Job;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens to a job as a stream: each change of its state, its progress a few times a second, and where nothing happens
 * how it stands now and then, since what lies between cuts off a connection on which nothing comes.
 */
final class JobEvents {
    private static final Duration PACE = Duration.ofMillis(200);

    /** Well below {@code quarkus.http.idle-timeout}. */
    private static final Duration BEAT = Duration.ofSeconds(30);

    private JobEvents() {}

    static Multi<Job.View> of(Job job) {
        return of(job, BEAT);
    }

    static Multi<Job.View> of(Job job, Duration beat) {
        Multi<Job.View> changes = Multi.createFrom()
                .emitter(
                        emitter -> {
                            Runnable stop = job.listen(view -> {
                                emitter.emit(view);
                                if (view.state().over()) {
                                    emitter.complete();
                                }
                            });
                            Cancellable beats = Multi.createFrom()
                                    .ticks()
                                    .every(beat)
                                    .subscribe()
                                    .with(tick -> emitter.emit(job.view()));
                            emitter.onTermination(() -> {
                                stop.run();
                                beats.cancel();
                            });
                        },
                        BackPressureStrategy.LATEST);
        return changes.group()
                .intoLists()
                .every(PACE)
                .map(JobEvents::telling)
                .onItem()
                .disjoint();
    }

    /** The last of those that have the same state one after the other. */
    private static List<Job.View> telling(List<Job.View> views) {
        return IntStream.range(0, views.size())
                .filter(i -> i + 1 == views.size()
                        || views.get(i).state() != views.get(i + 1).state())
                .mapToObj(views::get)
                .toList();
    }
}
