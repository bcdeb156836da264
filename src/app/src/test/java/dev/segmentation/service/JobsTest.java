package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.customer.Progress;
import dev.segmentation.testkit.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final BlockingQueue<Job.View> ended = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(Golden.CLOCK, 2, 1, ended::add);
    private static final GroupChanges.ReclassifiedSide SIDE =
            new GroupChanges.ReclassifiedSide("Utilities", "", "", "", "", "", "");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void end() {
        go.countDown();
        jobs.close();
    }

    /** Stands in the middle of a step until it may go on. */
    private Object steps(Progress progress) {
        try (Progress.Step step = progress.start("Classifying", 10)) {
            begun.countDown();
            go.await();
            step.advance(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }

    @Test
    void jobsAreDoneOneAfterTheOtherAndTellTheirEnd() throws InterruptedException {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Job first = jobs.submit("run", "ann", progress -> {
            steps(progress);
            return order.add("first");
        });
        begun.await();
        jobs.submit("run", "bob", progress -> order.add("second"));
        assertThat(order).isEmpty();
        assertThat(first.view().state()).isEqualTo(Job.State.RUNNING);
        assertThat(first.view().step()).isEqualTo("Classifying");
        go.countDown();

        assertThat(ended.take().done()).isEqualTo(10);
        assertThat(ended.take().state()).isEqualTo(Job.State.DONE);
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void moreThanMayWaitAreRefused() throws InterruptedException {
        jobs.submit("run", "ann", this::steps);
        begun.await();
        jobs.submit("run", "ann", progress -> "waits");

        assertThatThrownBy(() -> jobs.submit("run", "ann", progress -> "too many"))
                .isInstanceOfSatisfying(Jobs.RefusedException.class, e -> assertThat(e.stopping())
                        .isFalse());
    }

    @Test
    void noJobBeginsOnceTheServiceIsAboutToStop() throws InterruptedException {
        Job running = jobs.submit("run", "ann", this::steps);
        begun.await();
        Job waiting = jobs.submit("run", "ann", progress -> "waited");

        jobs.stop();

        assertThat(waiting.view().state()).isEqualTo(Job.State.CANCELLED);
        assertThatThrownBy(() -> jobs.submit("run", "ann", progress -> "late"))
                .isInstanceOfSatisfying(Jobs.RefusedException.class, e -> assertThat(e.stopping())
                        .isTrue());
        go.countDown();
        assertThat(ended.take().id()).isEqualTo(waiting.id());
        assertThat(ended.take().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(running.view().started()).isNotNull();
        assertThat(waiting.view().started()).isNull();
    }

    @Test
    void onlyTheLastResultsKeepTheirLists() throws InterruptedException {
        try (Jobs many = new Jobs(Golden.CLOCK, 20, 20, ended::add)) {
            GroupChanges changes = new GroupChanges(
                    "R", "", 3, 1, List.of(), List.of(new GroupChanges.Reclassified("M1", "ACME", 1, SIDE, SIDE)));
            for (int i = 0; i <= Jobs.WHOLE; i++) {
                many.submit("reclassify", "ann", progress -> changes);
            }
            many.submit("none", "ann", progress -> "last");
            for (int i = 0; i <= Jobs.WHOLE + 1; i++) {
                ended.take();
            }
            many.submit("none", "ann", progress -> "all before are shortened");
            ended.take();

            List<GroupChanges> kept = many.list().stream()
                    .map(job -> job.view().result())
                    .filter(GroupChanges.class::isInstance)
                    .map(GroupChanges.class::cast)
                    .toList();
            assertThat(kept)
                    .hasSize(Jobs.WHOLE + 1)
                    .extracting(GroupChanges::changed)
                    .containsOnly(1);
            assertThat(kept.get(0).flips()).hasSize(1);
            assertThat(kept.get(Jobs.WHOLE).flips()).isEmpty();
        }
    }

    @Test
    void aCancelledJobStopsAtItsNextStep() throws InterruptedException {
        Job job = jobs.submit("run", "ann", this::steps);
        begun.await();

        assertThat(jobs.cancel(job.id())).isTrue();
        go.countDown();

        assertThat(ended.take().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs.cancel(job.id())).isFalse();
    }

    @Test
    void aCancelledJobThatWaitsIsOverAtOnceAndMakesRoom() throws InterruptedException {
        jobs.submit("run", "ann", this::steps);
        begun.await();
        Job waiting = jobs.submit("run", "ann", progress -> {
            throw new AssertionError("begun");
        });
        List<Job.State> heard = Collections.synchronizedList(new ArrayList<>());
        waiting.listen(view -> heard.add(view.state()));

        assertThat(jobs.cancel(waiting.id())).isTrue();
        assertThat(ended.take().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs.cancel(waiting.id())).isFalse();
        Job next = jobs.submit("run", "ann", progress -> "next");
        go.countDown();

        assertThat(ended.take().result()).isEqualTo("done");
        assertThat(ended.take().id()).isEqualTo(next.id());
        assertThat(heard).containsExactly(Job.State.QUEUED, Job.State.CANCELLED);
        assertThat(waiting.view().started()).isNull();
    }

    @Test
    void numbersOfJobsThatThereCannotBeAreRefused() {
        assertThatThrownBy(() -> new Jobs(Golden.CLOCK, -1, 1, ended::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new Jobs(Golden.CLOCK, 0, 0, ended::add)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaultIsKeptAndTheNextJobIsDone() throws InterruptedException {
        jobs.submit("run", "ann", progress -> {
            throw new IllegalStateException("broken");
        });
        assertThat(ended.take().fault()).hasMessage("broken");
        jobs.submit("run", "ann", progress -> "fine");
        assertThat(ended.take().result()).isEqualTo("fine");
    }

    @Test
    void onlyTheLastJobsAreRemembered() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            jobs.submit("run", "ann", progress -> "fine");
            ended.take();
        }

        assertThat(jobs.list()).extracting(Job::id).hasSizeLessThanOrEqualTo(3).startsWith("J000005", "J000004");
        assertThat(jobs.find("J000001")).isEmpty();
    }

    @Test
    void aListenerHearsEveryChangeToTheEnd() throws InterruptedException {
        List<Job.View> heard = Collections.synchronizedList(new ArrayList<>());
        Job job = jobs.submit("run", "ann", this::steps);
        begun.await();
        job.listen(heard::add);
        go.countDown();
        ended.take();

        assertThat(heard)
                .extracting(Job.View::state)
                .startsWith(Job.State.RUNNING)
                .endsWith(Job.State.DONE);
        assertThat(heard).extracting(Job.View::done).contains(10L);
    }
}
