package dev.segmentation.rest;

import dev.segmentation.service.Job;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.time.Duration;

/** What happens to a job as a stream: each change of its state, and its progress a few times a second. */
final class JobEvents {
    private static final Duration PACE = Duration.ofMillis(200);

    private JobEvents() {}

    static Multi<JobInfo> of(Job job) {
        Multi<Job.View> changes = Multi.createFrom()
                .emitter(
                        emitter -> {
                            Runnable stop = job.listen(view -> {
                                emitter.emit(view);
                                if (view.state().over()) {
                                    emitter.complete();
                                }
                            });
                            emitter.onTermination(stop);
                        },
                        BackPressureStrategy.LATEST);
        return Multi.createBy()
                .merging()
                .streams(
                        changes.filter(view -> view.state() != Job.State.RUNNING),
                        changes.filter(view -> view.state() == Job.State.RUNNING)
                                .group()
                                .intoLists()
                                .every(PACE)
                                .map(all -> all.get(all.size() - 1)))
                .map(JobInfo::of);
    }
}
