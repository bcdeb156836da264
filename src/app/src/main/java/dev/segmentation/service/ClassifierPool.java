package dev.segmentation.service;

import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Classifiers that are used again, since making one costs more than classifying a name. They belong to one rule set; when
 * another is in use they are closed at once, and those at work when they come back, so that nothing holds old rules. Safe for
 * many threads.
 */
final class ClassifierPool implements AutoCloseable {
    private final Supplier<RuleCatalog> inUse;
    private final int most;
    private final Deque<Classifier> idle = new ArrayDeque<>();
    private RuleCatalog catalog;
    private boolean closed;

    /**
     * A pool for the rules in use.
     *
     * @param inUse the rules in use
     * @param most how many that nobody uses are kept
     */
    ClassifierPool(Supplier<RuleCatalog> inUse, int most) {
        this.inUse = inUse;
        this.most = most;
    }

    /** Does some work with the rules in use and a classifier of theirs; after a fault that one is not used again. */
    <T> T with(BiFunction<RuleCatalog, Classifier, T> work) {
        RuleCatalog rules;
        Classifier known;
        synchronized (this) {
            rules = refresh();
            known = idle.pollLast();
        }
        Classifier classifier = known == null ? rules.newClassifier() : known;
        boolean sound = false;
        try {
            T done = work.apply(rules, classifier);
            sound = true;
            return done;
        } finally {
            if (!sound || !giveBack(rules, classifier)) {
                classifier.close();
            }
        }
    }

    private synchronized boolean giveBack(RuleCatalog rules, Classifier classifier) {
        if (closed || catalog != rules || idle.size() >= most) {
            return false;
        }
        idle.addLast(classifier);
        return true;
    }

    /** Lets go of rules that are no longer in use. */
    synchronized RuleCatalog refresh() {
        RuleCatalog rules = inUse.get();
        if (catalog != rules) {
            drop();
            catalog = rules;
        }
        return rules;
    }

    /** How many wait for work. */
    synchronized int idle() {
        return idle.size();
    }

    private void drop() {
        idle.forEach(Classifier::close);
        idle.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }
}
