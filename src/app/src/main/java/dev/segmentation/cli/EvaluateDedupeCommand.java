package dev.segmentation.cli;

import dev.segmentation.evaluate.dedupe.DedupeEvaluation;
import dev.segmentation.evaluate.dedupe.EvaluationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segmenter evaluate dedupe}. */
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
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class EvaluateDedupeCommand implements Callable<Integer> {
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

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.checkThreads(spec.commandLine());
        if (errors < 0 || errors > MOST_ERRORS) {
            throw new ParameterException(
                    spec.commandLine(), "--errors must be 0 to " + MOST_ERRORS + ", not " + errors);
        }
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        boolean decisions = spec.commandLine().getParseResult().hasMatchedOption("--input");
        DedupeEvaluation.Request request = new DedupeEvaluation.Request(options.settings(), truth, decisions, errors);
        EvaluationReport report = new DedupeEvaluation(request, Clock.systemUTC(), console.progress()).execute();
        LOG.info(() -> "evaluate dedupe: " + report.customers() + " customers, "
                + report.thresholds().size() + " thresholds, "
                + report.rejected().size() + " rejected, "
                + Math.round(report.seconds()) + " s");
        report.notes().forEach(note -> console.note(spec.commandLine().getErr(), "Note: " + note));
        if (console.json()) {
            out.println(EvaluationJson.of(report));
        } else if (!console.quiet()) {
            new EvaluationPrinter(out).print(report, options.output());
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
