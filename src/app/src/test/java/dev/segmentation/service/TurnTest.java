package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.OutputException;
import dev.segmentation.files.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final Turn turn = BatchService.turn();

    @Test
    void manyThatWaitAreServedAndMoreAreRefusedAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Integer>> served = new ArrayList<>();
            served.add(threads.submit(() -> turn.take(() -> held(begun, go))));
            begun.await();
            for (int i = 0; i < BatchService.WAITING; i++) {
                served.add(threads.submit(() -> turn.take(() -> 1)));
            }
            while (turn.waiting() < BatchService.WAITING) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> turn.take(() -> 1))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("try again");
            go.countDown();
            for (Future<Integer> one : served) {
                assertThat(one.get()).isEqualTo(1);
            }
        } finally {
            go.countDown();
            threads.shutdown();
        }
    }

    @Test
    void afterAFaultTheNextHasItsTurn() {
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(turn.<Integer>take(() -> 1)).isEqualTo(1);
    }

    private static int held(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }
}
