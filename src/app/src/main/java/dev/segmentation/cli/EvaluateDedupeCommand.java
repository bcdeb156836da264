package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.Json;
import dev.segmentation.evaluate.dedupe.DedupeEvaluation;
import dev.segmentation.evaluate.dedupe.EvaluationReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dedupe",
        description = {
            "Measures the dedupe on a labelled list: precision and recall, the worst errors both ways, and other thresholds."
                    + " Without --truth it shows what other thresholds would do to the list.",
            "It measures how well names are understood, so decisions of people are applied only where --input is given.",
            ""
        },
        footer = {
            "",
            "Example: segmenter evaluate dedupe --customers list.csv --truth labels.csv --output evaluation",
            "Then open evaluation/DedupeEvaluation.html."
        })
final class EvaluateDedupeCommand extends FolderTask {
    private static final Logger LOG = Logger.getLogger(EvaluateDedupeCommand.class.getName());
    private static final int MOST_ERRORS = 10_000;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "The labels: a CSV file with the columns Customer Key and EntityId. It may label a part of the"
                            + " keys; only these are judged.")
    private Path truth;

    @Option(
            names = "--errors",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many errors of each kind to show (default: ${DEFAULT-VALUE}).")
    private int errors;

    @Override
    protected void check() {
        options.checkThreads();
        checkRange("--errors", errors, 0, MOST_ERRORS);
    }

    @Override
    protected int work() {
        boolean decisions = line().getParseResult().hasMatchedOption("--input");
        EvaluationReport report =
                new DedupeEvaluation(options.settings(), truth, decisions, errors, console.progress()).execute();
        LOG.info(() -> "evaluate dedupe: " + report.customers() + " customers, "
                + report.thresholds().size() + " thresholds, "
                + report.rejected().size() + " rejected, "
                + Math.round(report.seconds()) + " s");
        report.notes().forEach(console::note);
        console.print(answer(report), () -> new EvaluateDedupeText(console).print(report, options.output()));
        return report.rejected().isEmpty() ? DONE : REJECTED;
    }

    /** What needs labels is missing without them. */
    private static Map<String, Object> answer(EvaluationReport report) {
        Map<String, Object> answer = Json.fields(
                "customersFile", report.customersFile(),
                "customers", report.customers(),
                "decisionsApplied", report.decisions(),
                "threshold", report.configured().threshold(),
                "masters", report.configured().masters());
        answer.putAll(
                report.labelled()
                        ? Json.fields(
                                "truthFile", report.truthFile(),
                                "labelled", report.configured().quality().keys(),
                                "quality", report.configured().quality(),
                                "bestF1", report.best(),
                                "recallBySimilarity", report.similarity(),
                                "falseMerges", report.falseMerges(),
                                "missedMerges", report.missedMerges())
                        : Map.of("steps", report.steps()));
        answer.putAll(Json.fields(
                "thresholds", report.thresholds(),
                "rejected", report.rejected(),
                "notes", report.notes(),
                "files", report.files(),
                "seconds", report.seconds()));
        return answer;
    }
}
