package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.output.Changes;
import dev.segmentation.output.MasterChanges;
import dev.segmentation.output.RunReport;
import dev.segmentation.output.Tally;
import dev.segmentation.run.SegmentationRun;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
final class RunCommand extends FolderTask {
    private static final Logger LOG = Logger.getLogger(RunCommand.class.getName());
    private static final int MOST_RUNS = 10_000;
    private static final int BAR = 24;
    private static final int SHOWN_REJECTS = 5;

    @Option(
            names = "--keep-runs",
            paramLabel = "N",
            defaultValue = "${env:SEGMENTER_KEEP_RUNS:-12}",
            description =
                    "How many runs stay in runs/ of --output, for diff and status; 0 keeps none (default: ${DEFAULT-VALUE}).")
    private int keepRuns;

    private final RunScope scope;

    private RunCommand(RunScope scope) {
        this.scope = scope;
    }

    static CommandLine of(RunScope scope) {
        CommandLine line = new CommandLine(new RunCommand(scope));
        line.getCommandSpec()
                .usageMessage()
                .description(
                        switch (scope) {
                            case ALL -> "Dedupes the customer list and classifies every master: the main job.";
                            case DEDUPE ->
                                "Maps every customer key to a master;"
                                        + " writes the master map and the deduplication log.";
                            case CLASSIFY ->
                                "Classifies the masters of the last master map anew,"
                                        + " after a rule or a decision changed.";
                        });
        return line;
    }

    @Override
    protected void check() {
        options.checkThreads();
        checkRange("--keep-runs", keepRuns, 0, MOST_RUNS);
    }

    @Override
    protected int work() {
        RunSettings settings = options.settings().keeping(keepRuns);
        RunReport report = new SegmentationRun(settings, Clock.systemUTC(), console.progress()).execute(scope);
        LOG.info(() -> "run " + report.runId() + ": " + report.rows() + " rows, "
                + report.tally().masters() + " masters, " + report.rejected().size() + " rejected, seconds "
                + report.timings());
        report.notes().forEach(console::note);
        console.print(report, () -> text(report, settings));
        return report.rejected().isEmpty() ? DONE : REJECTED;
    }

    private void text(RunReport report, RunSettings settings) {
        Tally tally = report.tally();
        console.line(
                "%n%,d rows, %,d customer keys, %,d masters; %,d keys share their master with another key",
                report.rows(), tally.customers(), tally.masters(), tally.mergedKeys());
        if (scope != RunScope.DEDUPE) {
            groups(tally);
            methods(tally);
            console.line(
                    "%nReview worklist: %,d masters (%,d unknown, %,d queued, %,d in conflict)",
                    tally.worklist(), tally.unknown(), tally.queued(), tally.conflicts());
            changes(report.changes());
        }
        masters(report.masters());
        rejected(report.rejected());
        console.files(settings.output(), report.files());
        if (scope != RunScope.DEDUPE) {
            advice(settings);
        }
        String timings = report.timings().entrySet().stream()
                .map(step -> String.format(Locale.ROOT, "%s %.1f", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
        String rules = report.rules().isEmpty() ? "" : ", with " + report.rules();
        console.line("%nDone in %.1f s (%s)%s.", report.seconds(), timings, rules);
    }

    private void groups(Tally tally) {
        console.say("");
        TextTable table = console.table("%-30s %,8d %6.1f%%%s", "Industrial group", "Masters", "Share", "");
        int most = tally.groups().isEmpty() ? 1 : Collections.max(tally.groups().values());
        tally.groups().forEach((group, count) -> {
            int bar = (int) Math.ceil((double) BAR * count / Math.max(1, most));
            table.row(group.label(), count, share(count, tally), "  " + "█".repeat(bar));
        });
    }

    private void methods(Tally tally) {
        console.say("");
        TextTable table = console.table("%-30s %,8d %6.1f%%", "Method", "Masters", "Share");
        tally.methods().forEach((method, count) -> {
            if (count > 0) {
                table.row(method.label(), count, share(count, tally));
            }
        });
    }

    private static double share(int count, Tally tally) {
        return 100.0 * count / Math.max(1, tally.masters());
    }

    private void changes(Changes changes) {
        if (changes.firstRun()) {
            console.say("Since the last run: there was none in this folder.");
        } else {
            console.line(
                    "Since the last run: %,d new keys, %,d gone, %,d keys with another master, %,d masters in another group",
                    changes.newKeys(), changes.goneKeys(), changes.movedKeys(), changes.regrouped());
        }
    }

    private void masters(MasterChanges masters) {
        if (masters.known()) {
            console.line(
                    "Masters since the last run: %,d new, %,d gone, %,d merged into others, %,d split off, %,d renamed",
                    masters.fresh(), masters.gone(), masters.merged(), masters.split(), masters.renamed());
        }
    }

    private void rejected(List<RowError> rejected) {
        if (rejected.isEmpty()) {
            console.say("Rejected rows: none");
            return;
        }
        console.line("%nRejected rows: %,d (all in RejectedRows.csv)", rejected.size());
        rejected.stream().limit(SHOWN_REJECTS).forEach(error -> console.say("  " + error));
    }

    private void advice(RunSettings settings) {
        if (settings.keepRuns() > 0) {
            console.say("What changed since the run before, in detail: segmenter diff");
        }
        Path input = settings.input();
        console.line(
                "%nA wrong class? Add the master to %s with its right group.",
                input.resolve("MasterSegmentationOverrides.csv"));
        console.line(
                "A wrong merge? Name the two in %s with the judgement `never`.",
                input.resolve("MasterMergeOverrides.csv"));
        console.say("Why is it so? segmenter explain \"NAME\"");
    }
}
