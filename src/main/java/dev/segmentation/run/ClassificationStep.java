package dev.segmentation.run;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Progress;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Classifier;
import dev.segmentation.rules.RuleCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Classifies every master; each thread has a Drools session of its own and takes the next portion of masters. */
final class ClassificationStep {
    private static final int PORTION = 256;
    private static final int EXAMPLES = 3;

    private final RuleCatalog catalog;
    private final HumanDecisions human;
    private final List<Map.Entry<MasterCustomer, List<MappedCustomer>>> masters;
    private final ClassifiedMaster[] results;
    private final AtomicInteger next = new AtomicInteger();

    ClassificationStep(RuleCatalog catalog, HumanDecisions human, MasterMap map) {
        this.catalog = catalog;
        this.human = human;
        this.masters = List.copyOf(map.byMaster().entrySet());
        this.results = new ClassifiedMaster[masters.size()];
    }

    List<ClassifiedMaster> run(int threads, Progress.Step progress) {
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
        return Arrays.asList(results);
    }

    private Void work(Progress.Step progress) {
        try (Classifier classifier = catalog.newClassifier()) {
            for (int from = next.getAndAdd(PORTION); from < results.length; from = next.getAndAdd(PORTION)) {
                int to = Math.min(results.length, from + PORTION);
                for (int i = from; i < to; i++) {
                    results[i] = classify(
                            classifier, masters.get(i).getKey(), masters.get(i).getValue());
                }
                progress.advance(to - from);
            }
        }
        return null;
    }

    private ClassifiedMaster classify(Classifier classifier, MasterCustomer master, List<MappedCustomer> customers) {
        List<NameEvidence> names = evidence(customers);
        Decision decision = classifier.classify(names, human.about(master));
        List<String> examples = frequent(
                        customers.stream().map(c -> c.customer().name()).toList())
                .stream()
                .limit(EXAMPLES)
                .toList();
        return new ClassifiedMaster(master, decision, human.website(master), examples);
    }

    /** The distinct texts that are evidence, the most frequent first. */
    private List<NameEvidence> evidence(List<MappedCustomer> customers) {
        return frequent(customers.stream().map(MappedCustomer::segmentSource).toList()).stream()
                .map(catalog.parser()::evidence)
                .toList();
    }

    private static List<String> frequent(List<String> texts) {
        if (texts.size() == 1) {
            return texts;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.keySet().stream()
                .sorted(Comparator.comparing((String text) -> -counts.get(text)).thenComparing(text -> text))
                .toList();
    }
}
