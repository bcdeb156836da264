package dev.segmentation.cli;

import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.evaluate.SuggestEvaluation;
import dev.segmentation.suggest.evaluate.SuggestReport;
import dev.segmentation.suggest.group.ModelUnavailableException;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter evaluate suggest}. */
@Command(
        name = "suggest",
        description = {
            "Measures suggested groups on names whose groups are known: how often the first and one of the first three is right,"
                    + " how many can be had at a chosen precision, whether probabilities hold, and the time for a name.",
            ""
        },
        footer = {"", "Example: segmenter evaluate suggest --truth labels.csv --folds 5"},
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class EvaluateSuggestCommand implements Callable<Integer> {
    private static final int MOST_FOLDS = 50;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            required = true,
            description = "The labels: a CSV file with the columns Name and Expected Group.")
    private Path truth;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "0",
            description = "Cross-validate: learn from the other folds too, as if people had decided them"
                    + " (default: learn from no label).")
    private int folds;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "0.9",
            description = "Tell how many names can be had at this precision (default: ${DEFAULT-VALUE}).")
    private double precision;

    @Mixin
    private SuggesterOptions suggester;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        if (folds < 0 || folds == 1 || folds > MOST_FOLDS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--folds must be 0 or 2 to " + MOST_FOLDS + ", not " + folds);
        }
        RunSettings settings = options.settings();
        RuleCatalog catalog = RuleCatalog.load(settings.rules(), settings.cache());
        SuggestReport report;
        try {
            report = evaluate(settings, catalog);
        } catch (ModelUnavailableException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.INPUT;
        }
        PrintWriter out = spec.commandLine().getOut();
        report.notes().forEach(note -> console.note(spec.commandLine().getErr(), "Note: " + note));
        if (console.json()) {
            out.println(json(report));
        } else if (!console.quiet()) {
            print(out, report);
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private SuggestReport evaluate(RunSettings settings, RuleCatalog catalog) {
        return new SuggestEvaluation(settings, catalog, suggester.more(), suggester.abstainBelow(), console.progress())
                .execute(truth, settings.charset(), folds);
    }

    private void print(PrintWriter out, SuggestReport report) {
        out.printf(
                Locale.ROOT,
                "%,d examples%s%n%n",
                report.examples(),
                folds > 0 ? ", and of the labels the other " + (folds - 1) + " of " + folds + " folds" : "");
        out.printf(
                Locale.ROOT,
                "%-24s %6s %6s %6s %9s %9s %8s %8s %11s%n",
                "",
                "Names",
                "Top 1",
                "Top 3",
                "Suggested",
                "Precision",
                "At 40 %",
                "At 60 %",
                "Calibration");
        line(out, "All", report.overall());
        line(out, "Left open by the rules", report.open());
        out.printf(
                Locale.ROOT,
                "%n%.1f %% of the names can be had at a precision of %.2f%n%n",
                100 * report.coverageAt(precision),
                precision);
        out.printf(Locale.ROOT, "%-12s %7s %9s %7s%n", "Probability", "Names", "Promised", "Right");
        report.calibration().stream()
                .filter(bin -> bin.names() > 0)
                .forEach(bin -> out.printf(
                        Locale.ROOT,
                        "%.1f to %.1f   %7d %9.3f %7.3f%n",
                        bin.from(),
                        bin.to(),
                        bin.names(),
                        bin.promised(),
                        bin.right()));
        out.printf(
                Locale.ROOT,
                "%nLearned in %.2f s, %.3f ms for a name%n",
                report.trainSeconds(),
                report.millisecondsPerName());
        report.rejected().forEach(error -> out.println("Rejected: " + error));
    }

    private static void line(PrintWriter out, String label, SuggestReport.Score score) {
        out.printf(
                Locale.ROOT,
                "%-24s %6d %6.3f %6.3f %9.3f %9.3f %8.3f %8.3f %11.3f%n",
                label,
                score.names(),
                score.top1(),
                score.top3(),
                score.suggested(),
                score.precision(),
                score.at40(),
                score.at60(),
                score.calibrationError());
    }

    private String json(SuggestReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truthFile", report.truthFile());
        json.put("folds", report.folds());
        json.put("examples", report.examples());
        json.put("overall", report.overall());
        json.put("open", report.open());
        json.put("precision", precision);
        json.put("coverageAtPrecision", report.coverageAt(precision));
        json.put("calibration", report.calibration());
        json.put("trainSeconds", report.trainSeconds());
        json.put("millisecondsPerName", report.millisecondsPerName());
        json.put("names", report.names());
        json.put("rejected", report.rejected());
        json.put("notes", report.notes());
        return Json.of(json);
    }
}
