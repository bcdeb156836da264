package dev.segmentation.run;

import dev.segmentation.customer.Progress;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RuleChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Classifies every master; each thread has a Drools session of its own and takes the next portion of masters. Where the masters
 * were classified before, on the same grounds, the verdicts are taken over.
 */
final class ClassificationStep {
    private static final int PORTION = 256;

    private final RuleCatalog catalog;
    private final MasterBase base;
    private final ClassifiedBase former;
    private final RuleChange change;
    private final ClassifiedMaster[] results;
    private final Verdict[] verdicts;
    private final AtomicInteger next = new AtomicInteger();

    /** @param former the same masters as they were classified before, {@code null} if they were not */
    ClassificationStep(RuleCatalog catalog, MasterBase base, ClassifiedBase former) {
        this.catalog = catalog;
        this.base = base;
        this.former = former != null && catalog.decidesLike(former.catalog()) ? former : null;
        this.change = this.former == null ? null : catalog.since(former.catalog());
        this.results = new ClassifiedMaster[base.size()];
        this.verdicts = new Verdict[base.size()];
    }

    ClassifiedBase run(int threads, Progress.Step progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(() -> work(progress));
            }
            for (Future<Void> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while classifying", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new ClassifiedBase(catalog, Arrays.asList(results), Arrays.asList(verdicts), base.ranking());
    }

    private Void work(Progress.Step progress) {
        try (Classifier classifier = catalog.newClassifier()) {
            for (int from = next.getAndAdd(PORTION); from < results.length; from = next.getAndAdd(PORTION)) {
                int to = Math.min(results.length, from + PORTION);
                for (int i = from; i < to; i++) {
                    classify(classifier, i);
                }
                progress.advance(to - from);
            }
        }
        return null;
    }

    private void classify(Classifier classifier, int place) {
        MasterBase.Entry entry = base.entry(place);
        Verdict known = former == null ? null : former.verdict(place);
        Verdict verdict = known != null && known.standsBy(entry.human()) && change.leaves(known)
                ? known
                : classifier.verdict(base.evidence(place, catalog.parser()), entry.human(), known);
        verdicts[place] = verdict;
        ClassifiedMaster before = verdict == known ? former.masters().get(place) : null;
        results[place] = before != null && before.website().equals(entry.website())
                ? before
                : new ClassifiedMaster(entry.master(), verdict.decision(), entry.website(), entry.examples());
    }
}
