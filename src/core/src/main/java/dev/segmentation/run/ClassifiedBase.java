package dev.segmentation.run;

import dev.segmentation.customer.Progress;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RuleChange;
import dev.segmentation.workspace.MasterMap;
import java.util.Arrays;
import java.util.Collections;
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
import java.util.stream.IntStream;

/** All masters of a base, classified by one set of rules. Never changes. */
public final class ClassifiedBase {
    /** What a run has that classifies nothing. */
    static final ClassifiedBase NONE =
            new ClassifiedBase(null, List.of(), List.of(), new MasterMap(List.of(), List.of()));

    private static final int PORTION = 256;

    private final RuleCatalog catalog;
    private final List<ClassifiedMaster> masters;
    private final List<Verdict> verdicts;
    private final MasterMap map;

    ClassifiedBase(RuleCatalog catalog, List<ClassifiedMaster> masters, List<Verdict> verdicts, MasterMap map) {
        this.catalog = catalog;
        this.masters = masters;
        this.verdicts = verdicts;
        this.map = map;
    }

    /** The masters, in order of their canonical names. */
    public List<ClassifiedMaster> masters() {
        return masters;
    }

    /** Those that people should look at, the most valuable first. */
    public List<ClassifiedMaster> worklist() {
        return IntStream.of(map.ranking())
                .mapToObj(masters::get)
                .filter(one -> one.decision().needsReview())
                .toList();
    }

    /** For how many masters each rule, term and kind of register proposed a group, by id. */
    public Map<String, Integer> spoke() {
        Map<String, Integer> spoke = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (Verdict verdict : verdicts) {
            counted.clear();
            verdict.spoke(id -> {
                if (counted.add(id)) {
                    spoke.merge(id, 1, Integer::sum);
                }
            });
        }
        return spoke;
    }

    /**
     * Classifies every master; each thread has a Drools session of its own and takes the next portion of masters.
     *
     * @param before the same masters as they were classified before, {@code null} if they were not; verdicts on the same grounds
     *     are taken over
     */
    static ClassifiedBase of(
            RuleCatalog catalog, MasterBase base, ClassifiedBase before, int threads, Progress.Step progress) {
        ClassifiedBase former = before != null && catalog.hasSameRules(before.catalog) ? before : null;
        RuleChange change = former == null ? null : catalog.since(former.catalog);
        ClassifiedBase made = new ClassifiedBase(
                catalog,
                Arrays.asList(new ClassifiedMaster[base.size()]),
                Arrays.asList(new Verdict[base.size()]),
                base.map());
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            try (Classifier classifier = catalog.newClassifier()) {
                for (int from = next.getAndAdd(PORTION); from < base.size(); from = next.getAndAdd(PORTION)) {
                    int to = Math.min(base.size(), from + PORTION);
                    for (int i = from; i < to; i++) {
                        made.classify(classifier, base, i, former, change);
                    }
                    progress.advance(to - from);
                }
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, worker))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while classifying", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return made;
    }

    private void classify(Classifier classifier, MasterBase base, int place, ClassifiedBase former, RuleChange change) {
        MasterBase.Entry entry = base.entry(place);
        Verdict known = former == null ? null : former.verdicts.get(place);
        Verdict verdict = known != null && known.isValidFor(entry.human()) && change.doesNotAffect(known)
                ? known
                : classifier.verdict(base.evidence(place, catalog.parser()), entry.human(), known);
        verdicts.set(place, verdict);
        ClassifiedMaster same = verdict == known ? former.masters.get(place) : null;
        masters.set(
                place,
                same != null && same.website().equals(entry.website())
                        ? same
                        : new ClassifiedMaster(entry.master(), verdict.decision(), entry.website(), entry.examples()));
    }
}
