package dev.segmentation.cli;

import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.cli.console.Task;
import dev.segmentation.compare.DiffPage;
import dev.segmentation.compare.DiffReport;
import dev.segmentation.compare.RunDiff;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        })
final class DiffCommand extends Task {
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

    @Override
    protected int work() {
        if (limit < 0) {
            throw wrong("--limit must be 0 or more, not " + limit);
        }
        ReportFile page = html == null ? null : ReportFile.of(line(), "--html", html, List.of(".html", ".htm"));
        Snapshots runs = new Snapshots(output);
        Snapshot former = runs.find(before);
        DiffReport report = RunDiff.between(former, runs.find(after));
        console.print(report, () -> {
            report.notes().forEach(console::note);
            new DiffText(console, limit).print(report);
        });
        if (page != null) {
            page.write(DiffPage.of(report));
            if (console.talks()) {
                console.say("");
                console.say("Page: " + page.file());
            }
        }
        return DONE;
    }
}
