package dev.segmentation.rules.check;

import dev.segmentation.customer.Progress;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rule set in use, and how another takes its place while work goes on. A new set is built, checked and tried on its cases
 * aside; only one without errors takes over, at once and for everybody who asks from then on. Whoever took a set before
 * finishes with that one, and when the last of them is done nothing holds it any more. Safe for use by many threads.
 */
public final class ActiveRules {
    private final Path folder;
    private final RulesCache cache;
    private volatile RuleCatalog current;

    private ActiveRules(Path folder, RulesCache cache, RuleCatalog first) {
        this.folder = folder;
        this.cache = cache;
        this.current = first;
    }

    /**
     * Loads a folder for the first time, without running its cases.
     *
     * @throws RulesException if it cannot be used
     */
    public static ActiveRules load(Path folder, RulesCache cache) {
        return new ActiveRules(folder, cache, RuleCatalog.load(folder, cache));
    }

    /** The set in use; take it once for each piece of work. */
    public RuleCatalog current() {
        return current;
    }

    /** Reads the folder anew; what did not change is not compiled again. One reload at a time. */
    public RuleCheck.Result reload() {
        return reload(Progress.NONE);
    }

    /**
     * The same, telling how far it has come; if that throws, the former rules stay in use.
     *
     * @return what was found; where it has errors the former rules stay in use too
     */
    public synchronized RuleCheck.Result reload(Progress progress) {
        RuleCheck.Checked checked = new RuleCheck(folder, cache).check(List.of(), current, progress);
        if (checked.result().passed()) {
            current = checked.catalog().orElseThrow();
        }
        return checked.result();
    }

    /** Does something to the folder while no reload reads it, so that none sees a part of it. */
    public synchronized <T> T whileNobodyReads(Supplier<T> work) {
        return work.get();
    }
}
