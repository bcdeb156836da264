package dev.segmentation.rules;

import dev.segmentation.csv.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a rules folder before anyone runs it: it loads and compiles, ids are well-formed and unique, every case passes. */
public final class RuleCheck {
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{3,4}");

    private final Path rules;
    private final RulesCache cache;

    /**
     * What the check found.
     *
     * @param findings what is wrong or deserves a look, file by file
     * @param rules number of rules
     * @param terms number of terms
     * @param cases number of cases that ran
     * @param summary what the folder holds, blank if it does not load
     */
    public record Result(List<Finding> findings, int rules, int terms, int cases, String summary) {

        /** Copies the list, in order of place. */
        public Result {
            findings = findings.stream().sorted(Finding.ORDER).toList();
        }

        /** What makes the rules unusable or wrong. */
        public List<Finding> errors() {
            return findings.stream()
                    .filter(f -> f.level() == Finding.Level.ERROR)
                    .toList();
        }

        /** What deserves a look. */
        public List<Finding> warnings() {
            return findings.stream()
                    .filter(f -> f.level() == Finding.Level.WARNING)
                    .toList();
        }

        /** Whether nothing is wrong. */
        public boolean passed() {
            return errors().isEmpty();
        }
    }

    /** A check of that folder. */
    public RuleCheck(Path rules, RulesCache cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /**
     * What came of a check.
     *
     * @param result what was found
     * @param catalog the rules, if they load
     */
    record Checked(Result result, Optional<RuleCatalog> catalog) {}

    /** Does it. */
    public Result run() {
        return check(List.of(), null).result();
    }

    /** Does it, and takes equal parts from the former rules, which may be {@code null}. */
    Checked check(List<String> base, RuleCatalog former) {
        try {
            RuleCatalog catalog = RuleCatalog.load(rules, cache, former);
            List<Finding> findings = new ArrayList<>(ids(catalog));
            RuleTest test = RuleTest.run(rules, catalog);
            findings.addAll(test.problems());
            test.failures().forEach(failure -> findings.add(failed(failure)));
            test.rules().untried().forEach(rule -> findings.add(untried(rule)));
            if (!test.terms().untried().isEmpty()) {
                findings.add(new Finding(
                        Finding.Level.WARNING,
                        "term-without-case",
                        "",
                        "",
                        0,
                        "",
                        "",
                        test.terms().untried().size() + " of " + test.terms().total() + " terms decide no case",
                        "`segmenter rules test` lists them."));
            }
            Result result = new Result(
                    findings,
                    catalog.rules().size(),
                    catalog.terms().size(),
                    test.cases().size(),
                    catalog.summary());
            return new Checked(result, Optional.of(catalog));
        } catch (RulesException e) {
            return new Checked(new Result(e.findings(), 0, 0, 0, ""), Optional.empty());
        } catch (TableException e) {
            Finding unreadable = Finding.error("unreadable", "", 0, e.getMessage(), "");
            return new Checked(new Result(List.of(unreadable), 0, 0, 0, ""), Optional.empty());
        }
    }

    private static Finding failed(RuleCase failure) {
        boolean group = !failure.group().equals(failure.expectedGroup());
        return new Finding(
                Finding.Level.ERROR,
                "case",
                failure.file(),
                "",
                failure.row(),
                group ? "Expected Group" : "Expected Detail",
                group ? failure.expectedGroup() : failure.expectedDetail(),
                "\"" + failure.name() + "\" " + failure.failure(),
                "Mend the rule or the case.");
    }

    private static Finding untried(RulePlace rule) {
        return Finding.error(
                "rule-without-case",
                rule.file(),
                rule.row(),
                "rule " + rule.id() + " fires in no case",
                "Add one to the cases.csv beside it.");
    }

    private static List<Finding> ids(RuleCatalog catalog) {
        List<Finding> errors = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        catalog.rules().values().forEach(rule -> seen.put(rule.id(), "a rule"));
        if (seen.size() < catalog.rules().size()) {
            errors.add(
                    Finding.error("duplicate-id", "", 0, "two rules share one id", "Give each rule an id of its own."));
        }
        for (TermRow term : catalog.terms()) {
            String where = term.file() + ":" + term.line();
            String prefix = catalog.groups().of(term.classification().group()).prefix();
            if (!ID.matcher(term.id()).matches() || !term.id().startsWith(prefix + "-")) {
                errors.add(id(
                        term,
                        "bad-id",
                        "it is no id of this group",
                        "Write " + prefix + "- and three or four digits."));
            }
            String former = seen.putIfAbsent(term.id(), where);
            if (former != null) {
                errors.add(id(term, "duplicate-id", "it is taken by " + former, "Give each row its own id."));
            }
        }
        return errors;
    }

    private static Finding id(TermRow term, String check, String problem, String advice) {
        return new Finding(Finding.Level.ERROR, check, term.file(), "", term.line(), "Id", term.id(), problem, advice);
    }
}
