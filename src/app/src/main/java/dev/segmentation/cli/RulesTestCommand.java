package dev.segmentation.cli;

import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter rules test}. */
@Command(
        name = "test",
        description = {
            "Runs every case of every cases.csv beside the rules, and says how many of the rules and terms the cases try."
                    + " A rule is tried if it fires in a case, a term if it decides one.",
            ""
        },
        footer = {"", "Exit code 1 if a case fails."},
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RulesTestCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the results as JUnit XML, a file that ends in .xml.")
    private Path junit;

    @Option(names = "--untried", description = "List every rule and term that no case tries.")
    private boolean untried;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        ReportFile report = junit == null ? null : ReportFile.of(spec.commandLine(), "--junit", junit, List.of(".xml"));
        long start = System.nanoTime();
        RuleCatalog catalog = RuleCatalog.load(options.rules(), options.cache());
        RuleTest test = RuleTest.run(options.rules(), catalog);
        double seconds = (System.nanoTime() - start) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        if (console.json()) {
            out.println(json(test));
        } else if (!console.quiet()) {
            print(out, test);
        }
        out.flush();
        if (report != null) {
            report.write(JUnitXml.of(test, seconds));
        }
        return test.passed() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void print(PrintWriter out, RuleTest test) {
        test.problems().forEach(problem -> out.println("ERROR   " + problem));
        test.failures()
                .forEach(failure -> out.println("FAILED  " + failure.file() + ":" + failure.row() + ": \""
                        + failure.name() + "\" should be " + failure.expectedGroup()
                        + (failure.expectedDetail().isEmpty() ? "" : ", " + failure.expectedDetail()) + ", and "
                        + failure.failure()));
        Map<String, List<RuleCase>> byFile = test.cases().stream()
                .collect(Collectors.groupingBy(RuleCase::file, LinkedHashMap::new, Collectors.toList()));
        out.printf(Locale.ROOT, "%-48s %7s %7s%n", "Cases", "passed", "failed");
        byFile.forEach((file, cases) -> {
            long passed = cases.stream().filter(RuleCase::passed).count();
            out.printf(Locale.ROOT, "%-48s %7d %7d%n", file, passed, cases.size() - passed);
        });
        out.println();
        coverage(out, "rules", test.rules());
        coverage(out, "terms", test.terms());
        out.println(
                test.passed()
                        ? "All " + test.cases().size() + " cases passed."
                        : test.failures().size() + " of " + test.cases().size() + " cases failed, "
                                + test.problems().size() + " could not be read.");
    }

    private void coverage(PrintWriter out, String what, RuleTest.Coverage coverage) {
        out.printf(
                Locale.ROOT,
                "%d of %d %s are tried (%.1f %%)%n",
                coverage.tried(),
                coverage.total(),
                what,
                100 * coverage.share());
        List<RulePlace> missing = coverage.untried();
        missing.stream()
                .limit(untried ? Long.MAX_VALUE : what.equals("rules") ? SHOWN : 0)
                .forEach(one -> out.println("  " + one.id() + "  " + one.text() + "  (" + one.place() + ")"));
    }

    private static String json(RuleTest test) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", test.passed());
        json.put("cases", test.cases().size());
        json.put("failures", test.failures());
        json.put("problems", test.problems());
        json.put("rules", coverage(test.rules()));
        json.put("terms", coverage(test.terms()));
        return Json.of(json);
    }

    private static Map<String, Object> coverage(RuleTest.Coverage coverage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", coverage.total());
        json.put("tried", coverage.tried());
        json.put("untried", coverage.untried());
        return json;
    }
}
