package dev.segmentation.rules;

import dev.segmentation.csv.TableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks a rules folder before anyone runs it: first its tables and rules as they are written, then whether it compiles and
 * every case passes. All that is found is reported, whatever else is wrong.
 */
public final class RuleCheck {
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

    /** Does it, without a base. */
    public Result run() {
        return run(List.of());
    }

    /**
     * Does it.
     *
     * @param base names of customers that terms should fire on, empty if there are none
     * @throws RulesException if there is no such folder
     */
    public Result run(List<String> base) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        Findings findings = new Findings();
        RuleLint.run(rules, cache, base, findings);
        try {
            RuleCatalog catalog = RuleCatalog.load(rules, cache);
            RuleCases cases = new RuleCases(catalog);
            cases.run(rules, cache);
            cases.failures().forEach(findings::error);
            untried(catalog, cases, findings);
            return new Result(
                    List.copyOf(findings.all()),
                    catalog.rules().size(),
                    catalog.terms().size(),
                    cases.count(),
                    catalog.summary());
        } catch (RulesException e) {
            findings.addAll(e.findings());
        } catch (TableException e) {
            findings.error(e.fault("names"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Result(List.copyOf(findings.all()), 0, 0, 0, "");
    }

    private static void untried(RuleCatalog catalog, RuleCases cases, Findings findings) {
        catalog.rules().values().stream()
                .filter(rule -> !cases.fired().contains(rule.id()))
                .forEach(rule -> findings.error(
                        rule.file(),
                        rule.line(),
                        "rule-without-case",
                        "rule " + rule.id() + " fires in no case",
                        "Add one to the cases.csv beside it."));
        long untried = catalog.terms().stream()
                .filter(term -> !cases.fired().contains(term.id()))
                .count();
        if (untried > 0) {
            String problem = untried + " of " + catalog.terms().size() + " terms decide no case";
            findings.warning("", "term-without-case", problem, "");
        }
    }
}
