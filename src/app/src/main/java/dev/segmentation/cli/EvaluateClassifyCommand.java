package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.Json;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.evaluate.rules.ClassifyEvaluation;
import dev.segmentation.evaluate.rules.ClassifyReport;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
        })
final class EvaluateClassifyCommand extends FolderTask {
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

    @Override
    protected int work() {
        RunSettings settings = options.settings();
        RuleCatalog catalog = RuleCatalog.load(settings.rules(), settings.cache());
        ClassifyReport report = new ClassifyEvaluation(catalog, !withoutEntities, console.progress())
                .execute(truth, settings.charset());
        List<Path> files = ClassifyEvaluation.write(report, settings.output(), settings.profile());
        report.notes().forEach(console::note);
        console.print(answer(report), () -> text(report, files));
        return report.rejected().isEmpty() ? DONE : REJECTED;
    }

    private void text(ClassifyReport report, List<Path> files) {
        console.say(report.rules() + (report.entities() ? "" : "; known organisations not used"));
        console.say("");
        TextTable table = console.table(
                "%-32s %7d %7d %7d %9.3f %10.3f", "", "Names", "Placed", "Right", "Coverage", "Precision");
        row(table, "All", report.overall());
        report.byMethod().forEach((method, score) -> row(table, "by " + method.label(), score));
        console.say("");
        report.byGroup().forEach((group, score) -> row(table, group.label(), score));
        List<ClassifyReport.RuleScore> worst = report.worstRules(WORST);
        if (!worst.isEmpty()) {
            console.say("");
            TextTable rules = console.table("%-12s %7d %7d   %s", "Worst rules", "Placed", "Wrong", "Example (label)");
            worst.forEach(rule -> rules.row(
                    rule.ruleId(),
                    rule.score().placed(),
                    rule.score().placed() - rule.score().right(),
                    rule.example()));
        }
        report.rejected().forEach(error -> console.say("Rejected: " + error));
        console.say("");
        console.say("Files: " + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private static void row(TextTable table, String label, ClassifyReport.Score score) {
        table.row(label, score.names(), score.placed(), score.right(), score.coverage(), score.precision());
    }

    private static Map<String, Object> answer(ClassifyReport report) {
        return Json.fields(
                "truthFile", report.truthFile(),
                "entities", report.entities(),
                "rules", report.rules(),
                "overall", report.overall(),
                "byMethod", report.byMethod(),
                "byGroup", byLabel(report.byGroup(), report.byGroup()::get),
                "byLabel", byLabel(report.byExpected(), report.byExpected()::get),
                "confusion",
                        byLabel(
                                report.byExpected(),
                                expected -> byLabel(report.byGroup(), group -> report.confused(expected, group))),
                "worstRules", report.worstRules(Integer.MAX_VALUE),
                "rejected", report.rejected(),
                "notes", report.notes());
    }

    private static <T> Map<String, T> byLabel(Map<IndustrialGroup, ?> groups, Function<IndustrialGroup, T> value) {
        Map<String, T> byLabel = new LinkedHashMap<>();
        groups.keySet().forEach(group -> byLabel.put(group.label(), value.apply(group)));
        return byLabel;
    }
}
