package dev.segmentation.cli.rules;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.Json;
import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.engine.RuleCatalog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code segmenter rules test}. */
@Command(
        name = "test",
        description = {
            "Runs every case of every cases.csv beside the rules, and says how many of the rules and terms the cases try."
                    + " A rule is tried if it fires in a case, a term if it decides one.",
            ""
        },
        footer = {"", "Exit code 1 if a case fails."})
final class RulesTestCommand extends FolderTask {
    private static final int SHOWN = 20;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the results as JUnit XML, a file that ends in .xml.")
    private Path junit;

    @Option(names = "--untried", description = "List every rule and term that no case tries.")
    private boolean untried;

    @Override
    protected int work() {
        ReportFile report = junit == null ? null : ReportFile.of(line(), "--junit", junit, List.of(".xml"));
        long start = System.nanoTime();
        RuleCatalog catalog = RuleCatalog.load(options.rules(), options.cache());
        RuleTest test = RuleTest.run(options.rules(), catalog);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Object> answer = Json.fields(
                "passed", test.passed(),
                "cases", test.cases().size(),
                "failures", test.failures(),
                "problems", test.problems(),
                "rules", test.rules(),
                "terms", test.terms());
        console.print(answer, () -> text(test));
        if (report != null) {
            report.write(JUnitXml.of(test, seconds));
        }
        return test.passed() ? DONE : REJECTED;
    }

    private void text(RuleTest test) {
        test.problems().forEach(problem -> console.say("ERROR   " + problem));
        for (RuleCase failure : test.failures()) {
            String detail = failure.expectedDetail().isEmpty() ? "" : ", " + failure.expectedDetail();
            console.say("FAILED  " + failure.file() + ":" + failure.row() + ": \"" + failure.name() + "\" should be "
                    + failure.expectedGroup() + detail + ", and " + failure.failure());
        }
        Map<String, List<RuleCase>> byFile = test.cases().stream()
                .collect(Collectors.groupingBy(RuleCase::file, LinkedHashMap::new, Collectors.toList()));
        TextTable table = console.table("%-48s %7d %7d", "Cases", "passed", "failed");
        byFile.forEach((file, cases) -> {
            long passed = cases.stream().filter(RuleCase::passed).count();
            table.row(file, passed, cases.size() - passed);
        });
        console.say("");
        coverage("rules", test.rules(), untried ? Long.MAX_VALUE : SHOWN);
        coverage("terms", test.terms(), untried ? Long.MAX_VALUE : 0);
        int cases = test.cases().size();
        console.say(
                test.passed()
                        ? "All " + cases + " cases passed."
                        : test.failures().size() + " of " + cases + " cases failed, "
                                + test.problems().size() + " could not be read.");
    }

    private void coverage(String what, RuleTest.Coverage coverage, long most) {
        console.line(
                "%d of %d %s are tried (%.1f %%)", coverage.tried(), coverage.total(), what, 100 * coverage.share());
        coverage.untried().stream()
                .limit(most)
                .forEach(one -> console.say("  " + one.id() + "  " + one.text() + "  (" + one.place() + ")"));
    }
}
