package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.Json;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.evaluate.SuggestEvaluation;
import dev.segmentation.suggest.evaluate.SuggestReport;
import dev.segmentation.suggest.group.ModelUnavailableException;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "suggest",
        description = {
            "Measures suggested groups on names whose groups are known: how often the first and one of the first three is right,"
                    + " how many can be had at a chosen precision, whether probabilities hold, and the time for a name.",
            ""
        },
        footer = {"", "Example: segmenter evaluate suggest --truth labels.csv --folds 5"})
final class EvaluateSuggestCommand extends FolderTask {
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

    @Override
    protected int work() {
        if (folds < 0 || folds == 1 || folds > MOST_FOLDS) {
            throw wrong("--folds must be 0 or 2 to " + MOST_FOLDS + ", not " + folds);
        }
        RunSettings settings = options.settings();
        RuleCatalog catalog = RuleCatalog.load(settings.rules(), settings.cache());
        SuggestReport report;
        try {
            report = new SuggestEvaluation(
                            settings, catalog, suggester.more(), suggester.abstainBelow(this), console.progress())
                    .execute(truth, settings.charset(), folds);
        } catch (ModelUnavailableException e) {
            console.err().println(e.getMessage());
            return INPUT;
        }
        report.notes().forEach(console::note);
        console.print(answer(report), () -> text(report));
        return report.rejected().isEmpty() ? DONE : REJECTED;
    }

    private void text(SuggestReport report) {
        String others = folds > 0 ? ", and of the labels the other " + (folds - 1) + " of " + folds + " folds" : "";
        console.line("%,d examples%s%n", report.examples(), others);
        TextTable scores = console.table(
                "%-24s %6d %6.3f %6.3f %9.3f %9.3f %8.3f %8.3f %11.3f",
                "", "Names", "Top 1", "Top 3", "Suggested", "Precision", "At 40 %", "At 60 %", "Calibration");
        row(scores, "All", report.overall());
        row(scores, "Left open by the rules", report.open());
        console.line(
                "%n%.1f %% of the names can be had at a precision of %.2f%n",
                100 * report.coverageAt(precision), precision);
        TextTable bins = console.table("%-12s %7d %9.3f %7.3f", "Probability", "Names", "Promised", "Right");
        for (SuggestReport.Bin bin : report.calibration()) {
            if (bin.names() > 0) {
                String range = String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to());
                bins.row(range, bin.names(), bin.promised(), bin.right());
            }
        }
        console.line("%nLearned in %.2f s, %.3f ms for a name", report.trainSeconds(), report.millisecondsPerName());
        report.rejected().forEach(error -> console.say("Rejected: " + error));
    }

    private static void row(TextTable table, String label, SuggestReport.Score score) {
        table.row(
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

    private Map<String, Object> answer(SuggestReport report) {
        return Json.fields(
                "truthFile", report.truthFile(),
                "folds", report.folds(),
                "examples", report.examples(),
                "overall", report.overall(),
                "open", report.open(),
                "precision", precision,
                "coverageAtPrecision", report.coverageAt(precision),
                "calibration", report.calibration(),
                "trainSeconds", report.trainSeconds(),
                "millisecondsPerName", report.millisecondsPerName(),
                "names", report.names(),
                "rejected", report.rejected(),
                "notes", report.notes());
    }
}
