package dev.segmentation.cli;

import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.cli.console.Task;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.compare.ChangePage;
import dev.segmentation.compare.DiffReport;
import dev.segmentation.compare.RunDiff;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    private static final int EXAMPLES = 3;

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
            text(report);
        });
        if (page != null) {
            page.write(ChangePage.of(report));
            if (console.talks()) {
                console.say("");
                console.say("Page: " + page.file());
            }
        }
        return DONE;
    }

    /** Numbers first, then the largest changes of each kind. */
    private void text(DiffReport report) {
        run("before", report.before());
        run("after ", report.after());
        if (report.same()) {
            console.line("%nNothing changed: every key has the same master, every master the same name and group.");
            return;
        }
        console.line(
                "%nCustomer keys: %,d new, %,d gone, %,d with another master",
                report.keys().added(), report.keys().removed(), report.keys().rehomed());
        console.line(
                "Masters: %,d in another group, %,d merged into others, %,d split off, %,d renamed, %,d new, %,d gone",
                report.regrouped().size(),
                report.merged().size(),
                report.split().size(),
                report.renamed().size(),
                report.fresh().size(),
                report.gone().size());
        groups(report.groups());
        some(
                "From group to group",
                report.moves(),
                move -> console.line(
                        "%6d masters, %s: %s -> %s", move.masters(), keys(move.keys()), move.from(), move.to()));
        some("Masters in another group", report.regrouped(), one -> {
            console.line("  %s  [%s, %s]", one.master(), one.masterId(), keys(one.keys()));
            side("before", one.before());
            side("after ", one.after());
        });
        some("Merged into others", report.merged(), one -> part(one, "now"));
        some("Split off", report.split(), one -> part(one, "formerly"));
        some(
                "Renamed",
                report.renamed(),
                one -> console.line(
                        "  %s -> %s  [%s, %s]%s",
                        one.from(),
                        one.to(),
                        one.masterId(),
                        keys(one.keys()),
                        one.formerId().equals(one.masterId()) ? "" : ", its id was " + one.formerId()));
        some(
                "Keys with another master",
                report.rehomed(),
                one -> console.line(
                        "  %s: %s -> %s  (%s)", keys(one.keys().size()), one.from(), one.to(), examples(one.keys())));
        some("New masters", report.fresh(), this::single);
        some("Masters that are gone", report.gone(), this::single);
    }

    private void run(String when, DiffReport.Run run) {
        console.line("%s  %s  %,d masters, %,d keys", when, run.runId(), run.masters(), run.customers());
    }

    private void groups(List<DiffReport.GroupCount> groups) {
        if (groups.isEmpty()) {
            return;
        }
        console.say("");
        TextTable table =
                console.table("%-30s %,9d %,9d %8s %10s", "Masters by group", "before", "after", "change", "keys");
        groups.forEach(group -> table.row(
                group.group(),
                group.mastersBefore(),
                group.mastersAfter(),
                change(group.mastersAfter() - group.mastersBefore()),
                change(group.keysAfter() - group.keysBefore())));
    }

    private static String keys(int count) {
        return count == 1 ? "1 key" : String.format(Locale.ROOT, "%,d keys", count);
    }

    private static String change(int by) {
        return by == 0 ? "" : String.format(Locale.ROOT, "%+,d", by);
    }

    private static String examples(List<DiffReport.Key> keys) {
        return keys.stream().limit(EXAMPLES).map(DiffReport.Key::key).collect(Collectors.joining(", "))
                + (keys.size() > EXAMPLES ? ", ..." : "");
    }

    private void side(String when, DiffReport.Side side) {
        boolean named = side.rationale().startsWith(side.ruleId());
        console.line("    %s  %s%s: %s", when, side.group(), named ? "" : " by " + side.ruleId(), side.rationale());
    }

    private void part(DiffReport.Successor one, String when) {
        console.line(
                "  %s  [%s]: %s %s in %s  [%s]",
                one.master(), one.masterId(), keys(one.keys()), when, one.other(), one.otherId());
    }

    private void single(DiffReport.Single one) {
        String group = one.group().isEmpty() ? "" : ": " + one.group();
        console.line("  %s  [%s, %s]%s", one.master(), one.masterId(), keys(one.keys()), group);
    }

    private <T> void some(String title, List<T> rows, Consumer<T> print) {
        if (!rows.isEmpty() && limit > 0) {
            console.line("%n%s (%,d)", title, rows.size());
            console.some(rows, limit, print, "  ... %,d more: --limit N, --json or --html FILE shows them");
        }
    }
}
