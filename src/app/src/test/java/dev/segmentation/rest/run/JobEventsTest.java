package dev.segmentation.rest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.service.Job;
import dev.segmentation.service.Jobs;
import dev.segmentation.testkit.Golden;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JobEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch go = new CountDownLatch(1);

    private Object waits() {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }

    @Test
    void ofAJobThatWaitsThereIsAnEventNowAndThen() {
        try (Jobs jobs = new Jobs(Golden.CLOCK, 2, 2, job -> {})) {
            jobs.submit("run", "ann", progress -> waits());
            Job second = jobs.submit("run", "ann", progress -> "done");

            List<Job.View> events = JobEvents.of(second, Duration.ofMillis(20))
                    .select()
                    .first(3)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);

            assertThat(events).hasSize(3).extracting(one -> one.state().label()).containsOnly("queued");
            go.countDown();
        }
    }

    @Test
    void theEventsEndWithTheJob() {
        try (Jobs jobs = new Jobs(Golden.CLOCK, 2, 2, job -> {})) {
            Job job = jobs.submit("run", "ann", progress -> waits());
            var events =
                    JobEvents.of(job, Duration.ofMillis(20)).collect().asList().subscribeAsCompletionStage();
            go.countDown();

            assertThat(events.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                            .join())
                    .last()
                    .extracting(one -> one.state().label())
                    .isEqualTo("done");
        }
    }
}
