package dev.segmentation.cli;

import dev.segmentation.output.RunReport;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What run, dedupe and classify have in common: all but how far they go. */
abstract class PipelineCommand implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(PipelineCommand.class.getName());
    private static final int MOST_RUNS = 10_000;

    @Option(
            names = "--keep-runs",
            paramLabel = "N",
            defaultValue = "${env:SEGMENTER_KEEP_RUNS:-12}",
            description =
                    "How many runs stay in runs/ of --output, for diff and status; 0 keeps none (default: ${DEFAULT-VALUE}).")
    private int keepRuns;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    private final RunScope scope;

    PipelineCommand(RunScope scope) {
        this.scope = scope;
    }

    @Override
    public Integer call() {
        options.checkThreads(spec.commandLine());
        if (keepRuns < 0 || keepRuns > MOST_RUNS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--keep-runs must be 0 to " + MOST_RUNS + ", not " + keepRuns);
        }
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunSettings settings = options.settings().keeping(keepRuns);
        RunReport report = new SegmentationRun(settings, Clock.systemUTC(), console.progress()).execute(scope);
        LOG.info(() -> "run " + report.runId() + ": " + report.rows() + " rows, "
                + report.tally().masters() + " masters, " + report.rejected().size() + " rejected, seconds "
                + report.timings());
        report.notes().forEach(note -> console.note(err, "Note: " + note));
        if (console.json()) {
            out.println(Json.report(report));
        } else if (!console.quiet()) {
            new ReportPrinter(out).print(report, settings, scope);
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
