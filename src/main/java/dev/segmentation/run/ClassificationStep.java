package dev.segmentation.run;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.Progress;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Classifies every master; each thread has a Drools session of its own and takes the next portion of masters. */
final class ClassificationStep {
    private static final int PORTION = 256;

    private final RuleCatalog catalog;
    private final MasterBase base;
    private final ClassifiedMaster[] results;
    private final AtomicInteger next = new AtomicInteger();

    ClassificationStep(RuleCatalog catalog, MasterBase base) {
        this.catalog = catalog;
        this.base = base;
        this.results = new ClassifiedMaster[base.size()];
    }

    ClassifiedBase run(int threads, Progress.Step progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Map<String, Integer> spoke = new HashMap<>();
        try {
            List<Callable<Map<String, Integer>>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(() -> work(progress));
            }
            for (Future<Map<String, Integer>> worker : pool.invokeAll(workers)) {
                worker.get().forEach((id, count) -> spoke.merge(id, count, Integer::sum));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while classifying", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new ClassifiedBase(Arrays.asList(results), spoke);
    }

    private Map<String, Integer> work(Progress.Step progress) {
        Map<String, Integer> spoke = new HashMap<>();
        Set<String> ids = new HashSet<>();
        try (Classifier classifier = catalog.newClassifier()) {
            for (int from = next.getAndAdd(PORTION); from < results.length; from = next.getAndAdd(PORTION)) {
                int to = Math.min(results.length, from + PORTION);
                for (int i = from; i < to; i++) {
                    results[i] = classify(classifier, i);
                    ids.clear();
                    classifier.spoke(ids::add);
                    ids.forEach(id -> spoke.merge(id, 1, Integer::sum));
                }
                progress.advance(to - from);
            }
        }
        return spoke;
    }

    private ClassifiedMaster classify(Classifier classifier, int index) {
        MasterBase.Entry entry = base.entry(index);
        Decision decision = classifier.classify(base.evidence(index, catalog.parser()), entry.human());
        return new ClassifiedMaster(entry.master(), decision, entry.website(), entry.examples());
    }
}
