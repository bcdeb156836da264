package dev.segmentation.cli;

import dev.segmentation.compare.DiffPage;
import dev.segmentation.compare.DiffReport;
import dev.segmentation.compare.RunDiff;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter diff RUN RUN}. */
@Command(
        name = "diff",
        description = {
            "Shows what changed between two runs: masters in another group with the rules that decided, masters merged,"
                    + " split, renamed, new and gone, customer keys with another master. Changes nothing.",
            ""
        },
        footer = {
            "",
            "A RUN is a run id such as 20261125T101500Z, the name of a folder in runs/ of --output, last or previous (among"
                    + " the runs that classified), or the path of a folder that holds the tables of a run.",
            "Example: segmenter diff previous last --html diff.html"
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            defaultValue = "previous",
            description = "The earlier run (default: ${DEFAULT-VALUE}).")
    private String before;

    @Parameters(
            index = "1",
            paramLabel = "RUN",
            defaultValue = "last",
            description = "The later run (default: ${DEFAULT-VALUE}).")
    private String after;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_OUTPUT:-output}",
            description = "Folder of the output tables (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write the differences as one page.")
    private Path html;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of each kind to print; --json has them all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        CommandLine line = spec.commandLine();
        if (limit < 0) {
            throw new CommandLine.ParameterException(line, "--limit must be 0 or more, not " + limit);
        }
        ReportFile page = html == null ? null : ReportFile.of(line, "--html", html, List.of(".html", ".htm"));
        Snapshots runs = new Snapshots(output);
        Snapshot former = runs.find(before);
        DiffReport report = RunDiff.between(former, runs.find(after));
        PrintWriter out = line.getOut();
        if (console.json()) {
            out.println(Json.of(report));
        } else if (!console.quiet()) {
            report.notes().forEach(note -> console.note(line.getErr(), "Note: " + note));
            new DiffPrinter(out, limit).print(report);
        }
        if (page != null) {
            page.write(DiffPage.of(report));
            if (!console.json() && !console.quiet()) {
                out.println();
                out.println("Page: " + page.file());
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
