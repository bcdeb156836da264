package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.testkit.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClassifierPoolTest {
    private final AtomicReference<RuleCatalog> inUse =
            new AtomicReference<>(RuleCatalog.load(Golden.RULES, new RulesCache(Golden.CACHE, "test")));
    private final ClassifierPool pool = new ClassifierPool(inUse::get, 2);

    private static String group(RuleCatalog rules, Classifier classifier) {
        return classifier
                .classify(List.of(rules.parser().evidence("ROSE HOTEL")), List.of())
                .ruleId();
    }

    private Classifier any() {
        return pool.with((rules, classifier) -> classifier);
    }

    @Test
    void aClassifierIsUsedAgain() {
        Classifier first = any();
        assertThat(any()).isSameAs(first);
        assertThat(pool.<String>with(ClassifierPoolTest::group)).isEqualTo("COM-001");
    }

    @Test
    void afterAFaultItIsNotUsedAgain() {
        Classifier[] first = new Classifier[1];
        assertThatThrownBy(() -> pool.with((rules, classifier) -> {
                    first[0] = classifier;
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(pool.idle()).isZero();
        assertThat(any()).isNotSameAs(first[0]);
    }

    @Test
    void otherRulesDropTheFormerOnes() {
        Classifier first = any();
        inUse.set(RuleCatalog.load(Golden.RULES, new RulesCache(Golden.CACHE, "test")));
        pool.refresh();
        assertThat(pool.idle()).isZero();
        pool.with((rules, classifier) -> {
            assertThat(rules).isSameAs(inUse.get());
            assertThat(classifier).isNotSameAs(first);
            return "";
        });
    }

    @Test
    void whatWasAtWorkWhenRulesChangedIsNotKept() {
        pool.with((rules, classifier) -> {
            inUse.set(RuleCatalog.load(Golden.RULES, new RulesCache(Golden.CACHE, "test")));
            pool.refresh();
            return group(rules, classifier);
        });
        assertThat(pool.idle()).isZero();
    }

    @Test
    void manyAtOnceEachHaveTheirOwnAndFewAreKept() throws Exception {
        CountDownLatch all = new CountDownLatch(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Classifier>> used = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                used.add(threads.submit(() -> pool.with((rules, classifier) -> {
                    all.countDown();
                    await(all);
                    assertThat(group(rules, classifier)).isEqualTo("COM-001");
                    return classifier;
                })));
            }
            List<Classifier> classifiers = new ArrayList<>();
            for (Future<Classifier> one : used) {
                classifiers.add(one.get());
            }
            assertThat(classifiers).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
        assertThat(pool.idle()).isEqualTo(2);
        pool.close();
        assertThat(pool.idle()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
