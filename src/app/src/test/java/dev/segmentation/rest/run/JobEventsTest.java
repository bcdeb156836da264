package dev.segmentation.rest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.service.Job;
import dev.segmentation.service.Jobs;
import dev.segmentation.testkit.Golden;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
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

            assertThat(events.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                    .last()
                    .extracting(one -> one.state().label())
                    .isEqualTo("done");
        }
    }

    /** What is sent to somebody who reads slowly: the next event when they ask for it. */
    private static final class SlowClient implements Flow.Subscriber<Job.View> {
        private final List<String> states = new CopyOnWriteArrayList<>();
        private final CountDownLatch first = new CountDownLatch(1);
        private final CompletableFuture<List<String>> all = new CompletableFuture<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(Job.View view) {
            states.add(view.state().label());
            first.countDown();
        }

        @Override
        public void onError(Throwable fault) {
            all.completeExceptionally(fault);
        }

        @Override
        public void onComplete() {
            all.complete(states);
        }
    }

    @Test
    void whoReadsSlowlyGetsEveryStateAndTheEnd() throws Exception {
        try (Jobs jobs = new Jobs(Golden.CLOCK, 2, 2, job -> {})) {
            jobs.submit("run", "ann", progress -> waits());
            Job job = jobs.submit("run", "ann", progress -> "done");
            SlowClient client = new SlowClient();
            JobEvents.of(job, Duration.ofMillis(20)).subscribe(client);
            assertThat(client.first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            CountDownLatch over = new CountDownLatch(1);
            job.listen(view -> {
                if (view.state().over()) {
                    over.countDown();
                }
            });
            go.countDown();
            assertThat(over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            client.subscription.request(Long.MAX_VALUE);

            assertThat(client.all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("queued")
                    .endsWith("running", "done");
        }
    }
}
