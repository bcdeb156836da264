package dev.segmentation.cli;

import dev.segmentation.evaluate.rules.ClassifyEvaluation;
import dev.segmentation.evaluate.rules.ClassifyReport;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.workspace.RunSettings;
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

/** {@code segmenter evaluate classify}. */
@Command(
        name = "classify",
        description = {
            "Measures the rules on names whose groups are known: coverage, precision by method and by group, which groups are"
                    + " taken for which, and the rules and terms that are wrong most often. Decisions of people are not used.",
            ""
        },
        footer = {
            "",
            "Example: segmenter evaluate classify --truth labels.csv --output evaluation",
            "Then open evaluation/ClassifyEvaluation.html."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class EvaluateClassifyCommand implements Callable<Integer> {
    private static final int WORST = 15;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            required = true,
            description = "The labels: a CSV file with the columns Name and Expected Group.")
    private Path truth;

    @Option(
            names = "--without-entities",
            description = "As if no organisation were known by its name: measures the terms and rules alone.")
    private boolean withoutEntities;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        RunSettings settings = options.settings();
        RuleCatalog catalog = RuleCatalog.load(settings.rules(), settings.cache());
        ClassifyReport report = new ClassifyEvaluation(catalog, !withoutEntities, console.progress())
                .execute(truth, settings.charset());
        List<Path> files = ClassifyEvaluation.write(report, settings.output(), settings.profile());
        PrintWriter out = spec.commandLine().getOut();
        report.notes().forEach(note -> console.note(spec.commandLine().getErr(), "Note: " + note));
        if (console.json()) {
            out.println(json(report));
        } else if (!console.quiet()) {
            print(out, report, files);
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private static void print(PrintWriter out, ClassifyReport report, List<Path> files) {
        out.println(report.rules() + (report.entities() ? "" : "; known organisations not used"));
        out.println();
        out.printf(
                Locale.ROOT, "%-32s %7s %7s %7s %9s %10s%n", "", "Names", "Placed", "Right", "Coverage", "Precision");
        line(out, "All", report.overall());
        report.byMethod().forEach((method, score) -> line(out, "by " + method.label(), score));
        out.println();
        report.byGroup().forEach((group, score) -> line(out, group.label(), score));
        List<ClassifyReport.RuleScore> worst = report.worstRules(WORST);
        if (!worst.isEmpty()) {
            out.printf(Locale.ROOT, "%n%-12s %7s %7s   %s%n", "Worst rules", "Placed", "Wrong", "Example (label)");
            worst.forEach(rule -> out.printf(
                    Locale.ROOT,
                    "%-12s %7d %7d   %s%n",
                    rule.ruleId(),
                    rule.score().placed(),
                    rule.score().placed() - rule.score().right(),
                    rule.example()));
        }
        report.rejected().forEach(error -> out.println("Rejected: " + error));
        out.println();
        out.println("Files: " + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private static void line(PrintWriter out, String label, ClassifyReport.Score score) {
        out.printf(
                Locale.ROOT,
                "%-32s %7d %7d %7d %9.3f %10.3f%n",
                label,
                score.names(),
                score.placed(),
                score.right(),
                score.coverage(),
                score.precision());
    }

    private static String json(ClassifyReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truthFile", report.truthFile());
        json.put("entities", report.entities());
        json.put("rules", report.rules());
        json.put("overall", score(report.overall()));
        json.put("byMethod", scores(report.byMethod()));
        json.put("byGroup", scores(report.byGroup()));
        json.put("byLabel", scores(report.byExpected()));
        Map<String, Map<String, Integer>> confusion = new LinkedHashMap<>();
        report.byExpected().keySet().forEach(expected -> {
            Map<String, Integer> row = new LinkedHashMap<>();
            report.byGroup().keySet().forEach(group -> row.put(group.label(), report.confused(expected, group)));
            confusion.put(expected.label(), row);
        });
        json.put("confusion", confusion);
        json.put(
                "worstRules",
                report.worstRules(Integer.MAX_VALUE).stream()
                        .map(rule -> Map.of(
                                "ruleId", rule.ruleId(), "score", score(rule.score()), "example", rule.example()))
                        .toList());
        json.put("rejected", report.rejected());
        json.put("notes", report.notes());
        return Json.of(json);
    }

    private static Map<String, Object> scores(Map<?, ClassifyReport.Score> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        scores.forEach((key, score) -> json.put(key.toString(), score(score)));
        return json;
    }

    private static Map<String, Object> score(ClassifyReport.Score score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("names", score.names());
        json.put("placed", score.placed());
        json.put("right", score.right());
        json.put("coverage", score.coverage());
        json.put("precision", score.precision());
        return json;
    }
}
