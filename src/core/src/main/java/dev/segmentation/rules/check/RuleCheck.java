package dev.segmentation.rules.check;

import dev.segmentation.customer.Progress;
import dev.segmentation.rules.drl.RuleCompiler;
import dev.segmentation.rules.drl.RuleFiles;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.publish.RulePublication;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Checks a rules folder before anyone runs it: first its tables and rules as they are written, then whether it compiles and
 * every case passes. All that is found is reported, whatever else is wrong.
 */
public final class RuleCheck {
    private final Path rules;
    private final RulesCache cache;

    /**
     * What the check found. Previews of change sets keep it on disk, so its components do not change.
     *
     * @param summary what the folder holds, blank if it does not load
     * @param idle terms that do nothing yet
     */
    public record Result(List<Finding> findings, int rules, int terms, int cases, String summary, IdleTerms idle) {

        public Result {
            findings = findings.stream().sorted(Finding.ORDER).toList();
        }

        /** What makes the rules unusable or wrong. */
        public List<Finding> errors() {
            return of(Finding.Level.ERROR);
        }

        /** What deserves a look. */
        public List<Finding> warnings() {
            return of(Finding.Level.WARNING);
        }

        private List<Finding> of(Finding.Level level) {
            return findings.stream().filter(f -> f.level() == level).toList();
        }

        /** Whether nothing is wrong. */
        public boolean passed() {
            return errors().isEmpty();
        }
    }

    /**
     * Terms that do nothing yet. That is no fault: most terms stand there for customers to come, and a plain one needs no case.
     *
     * @param base how many names the base has, 0 if there is none
     */
    public record IdleTerms(List<RulePlace> withoutCase, List<RulePlace> notInBase, int base) {
        static final IdleTerms NONE = new IdleTerms(List.of(), List.of(), 0);
    }

    /** A check of that folder. */
    public RuleCheck(Path rules, RulesCache cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /** What came of a check. */
    public record Checked(Result result, Optional<RuleCatalog> catalog) {}

    /** Checks without the names of any customers. */
    public Result run() {
        return run(List.of());
    }

    /**
     * Checks.
     *
     * @param base names of customers that terms should fire on, empty if there are none
     * @throws RulesException if there is no such folder
     */
    public Result run(List<String> base) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        return check(base, null, Progress.NONE).result();
    }

    /** Checks, and takes equal parts from the former rules, which may be {@code null}. */
    public Checked check(List<String> base, RuleCatalog former, Progress progress) {
        if (!Files.isDirectory(rules)) {
            return unusable(new Findings(), RulesException.noFolder(rules).findings());
        }
        return RulePublication.steady(rules, () -> whole(base, former, progress));
    }

    private Checked whole(List<String> base, RuleCatalog former, Progress progress) {
        progress.start("Reading the rules", -1).close();
        RuleReading reading = new RuleReading(rules, cache, former == null ? null : former.words());
        if (reading.words().isEmpty()) {
            return unusable(reading.findings(), faultsOfRules());
        }
        Findings findings = reading.findings();
        Findings linted = new Findings();
        CompletableFuture<List<RulePlace>> linting = CompletableFuture.supplyAsync(() -> lint(reading, base, linted));
        try {
            RuleCatalog catalog = reading.catalog(former);
            progress.start("Trying the cases", -1).close();
            RuleTest test = reading.test(catalog, former);
            List<RulePlace> notInBase = RuleCatalog.result(linting);
            findings.addAll(linted.all());
            addFaultsOf(test, findings);
            Result result = new Result(
                    List.copyOf(findings.all()),
                    catalog.rules().size(),
                    catalog.terms().size(),
                    test.cases().size(),
                    catalog.summary(),
                    new IdleTerms(test.terms().untried(), notInBase, base.size()));
            return new Checked(result, Optional.of(catalog));
        } catch (RulesException | TableException e) {
            RuleCatalog.result(linting);
            findings.addAll(linted.all());
            return unusable(findings, faults(e, "names"));
        }
    }

    /** Gathers what is wrong before anything runs; gives the terms that stand in no name of the base. */
    private List<RulePlace> lint(RuleReading reading, List<String> base, Findings findings) {
        try {
            LintedRules linted = reading.linted(findings);
            linted.check(cache, findings);
            return TermChecks.notInBase(linted, base);
        } catch (RulesException | TableException e) {
            findings.addAll(faults(e, "rules"));
            return List.of();
        }
    }

    private static List<Finding> faults(RuntimeException e, String file) {
        return e instanceof RulesException rules
                ? rules.findings()
                : List.of(Finding.of(Finding.Level.ERROR, ((TableException) e).fault(file)));
    }

    /** What is wrong with the rules where no term can be read. */
    private List<Finding> faultsOfRules() {
        try {
            new RuleCompiler(cache).compile(new RuleFiles(rules), null);
            return List.of();
        } catch (RulesException e) {
            return e.findings();
        }
    }

    private static Checked unusable(Findings findings, List<Finding> more) {
        findings.addAll(more);
        return new Checked(new Result(List.copyOf(findings.all()), 0, 0, 0, "", IdleTerms.NONE), Optional.empty());
    }

    private static void addFaultsOf(RuleTest test, Findings findings) {
        for (RuleCase failure : test.failures()) {
            boolean group = !failure.group().equals(failure.expectedGroup());
            findings.error(new RowError(
                    failure.file(),
                    failure.row(),
                    group ? "Expected Group" : "Expected Detail",
                    group ? failure.expectedGroup() : failure.expectedDetail(),
                    "\"" + failure.name() + "\" " + failure.failure(),
                    "Mend the rule or the case.",
                    "case"));
        }
        if (test.problems().stream().anyMatch(problem -> problem.row() <= 1)) {
            return; // a table was refused, and rules seem untried whose cases could not be read
        }
        for (RulePlace rule : test.rules().untried()) {
            String problem = "rule " + rule.id() + " fires in no case";
            String advice = "Add one to the cases.csv beside it.";
            findings.error(rule.file(), rule.row(), "rule-without-case", problem, advice);
        }
    }
}
