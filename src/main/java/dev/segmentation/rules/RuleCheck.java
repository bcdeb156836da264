package dev.segmentation.rules;

import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a rules folder before anyone runs it: it loads and compiles, ids are well-formed and unique, every case passes. */
public final class RuleCheck {
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{3,4}");

    private final Path rules;
    private final RulesCache cache;

    /**
     * What the check found.
     *
     * @param errors what makes the rules unusable or wrong, one sentence each
     * @param warnings what deserves a look
     * @param rules number of rules
     * @param terms number of terms
     * @param cases number of cases that ran
     * @param summary what the folder holds, blank if it does not load
     */
    public record Result(List<String> errors, List<String> warnings, int rules, int terms, int cases, String summary) {
        /** Whether nothing is wrong. */
        public boolean passed() {
            return errors.isEmpty();
        }
    }

    /** A check of that folder. */
    public RuleCheck(Path rules, RulesCache cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /** Does it. */
    public Result run() {
        try {
            RuleCatalog catalog = RuleCatalog.load(rules, cache);
            List<String> errors = new ArrayList<>(ids(catalog));
            List<String> warnings = new ArrayList<>();
            RuleCases cases = new RuleCases(catalog);
            cases.run(rules);
            cases.failures().stream()
                    .sorted(RowError.ORDER)
                    .map(RowError::toString)
                    .forEach(errors::add);
            catalog.rules().values().stream()
                    .map(FiredRule::id)
                    .filter(id -> !cases.fired().contains(id))
                    .sorted()
                    .forEach(id -> errors.add("rule " + id + " fires in no case. Add one to the cases.csv beside it."));
            long untried = catalog.terms().stream()
                    .filter(term -> !cases.fired().contains(term.id()))
                    .count();
            if (untried > 0) {
                warnings.add(untried + " of " + catalog.terms().size() + " terms decide no case.");
            }
            return new Result(
                    errors, warnings, catalog.rules().size(), catalog.terms().size(), cases.count(), catalog.summary());
        } catch (RulesException | TableException e) {
            return new Result(e.getMessage().lines().toList(), List.of(), 0, 0, 0, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(RuleCatalog catalog) {
        List<String> errors = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        catalog.rules().values().forEach(rule -> seen.put(rule.id(), "a rule"));
        if (seen.size() < catalog.rules().size()) {
            errors.add("two rules share one id. Give each rule an id of its own.");
        }
        for (TermRow term : catalog.terms()) {
            String where = term.file() + ":" + term.line();
            String prefix = catalog.groups().of(term.classification().group()).prefix();
            if (!ID.matcher(term.id()).matches() || !term.id().startsWith(prefix + "-")) {
                errors.add(where + ", column Id: (" + term.id() + ") is no id of this group. Write " + prefix
                        + "- and three or four digits.");
            }
            String former = seen.putIfAbsent(term.id(), where);
            if (former != null) {
                errors.add(where + ", column Id: (" + term.id() + ") is taken by " + former
                        + ". Give each row its own id.");
            }
        }
        return errors;
    }
}
