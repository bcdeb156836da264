package dev.segmentation.cli;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.output.Changes;
import dev.segmentation.output.MasterChanges;
import dev.segmentation.output.RunReport;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a run did as a table that a person likes to read. */
final class ReportPrinter {
    private static final int BAR = 24;
    private static final int SHOWN_REJECTS = 5;

    private final PrintWriter out;

    ReportPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(RunReport report, RunSettings settings, RunScope scope) {
        out.println();
        line(
                "%,d rows, %,d customer keys, %,d masters; %,d keys share their master with another key",
                report.rows(),
                report.tally().customers(),
                report.tally().masters(),
                report.tally().mergedKeys());
        if (scope != RunScope.DEDUPE) {
            groups(report);
            methods(report);
            line(
                    "%nReview worklist: %,d masters (%,d unknown, %,d queued, %,d in conflict)",
                    report.tally().worklist(),
                    report.tally().unknown(),
                    report.tally().queued(),
                    report.tally().conflicts());
            changes(report.changes());
        }
        masters(report.masters());
        rejected(report.rejected());
        files(report, settings);
        if (settings.keepRuns() > 0 && scope != RunScope.DEDUPE) {
            line("What changed since the run before, in detail: segmenter diff");
        }
        if (scope != RunScope.DEDUPE) {
            advice(settings);
        }
        String rules = report.rules().isEmpty() ? "" : ", with " + report.rules();
        line("%nDone in %.1f s (%s)%s.", report.seconds(), timings(report), rules);
    }

    private void groups(RunReport report) {
        line("%n%-30s %8s %7s", "Industrial group", "Masters", "Share");
        int most = report.tally().groups().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        for (Map.Entry<IndustrialGroup, Integer> group : report.tally().groups().entrySet()) {
            int count = group.getValue();
            line(
                    "%-30s %,8d %6.1f%%  %s",
                    group.getKey().label(),
                    count,
                    100.0 * count / Math.max(1, report.tally().masters()),
                    "█".repeat((int) Math.ceil((double) BAR * count / Math.max(1, most))));
        }
    }

    private void methods(RunReport report) {
        line("%n%-30s %8s %7s", "Method", "Masters", "Share");
        for (Map.Entry<Method, Integer> method : report.tally().methods().entrySet()) {
            if (method.getValue() > 0) {
                line(
                        "%-30s %,8d %6.1f%%",
                        method.getKey().label(),
                        method.getValue(),
                        100.0 * method.getValue() / Math.max(1, report.tally().masters()));
            }
        }
    }

    private void changes(Changes changes) {
        if (changes.firstRun()) {
            line("Since the last run: there was none in this folder.");
        } else {
            line(
                    "Since the last run: %,d new keys, %,d gone, %,d keys with another master, %,d masters in another group",
                    changes.newKeys(), changes.goneKeys(), changes.movedKeys(), changes.regrouped());
        }
    }

    private void masters(MasterChanges masters) {
        if (masters.known()) {
            line(
                    "Masters since the last run: %,d new, %,d gone, %,d merged into others, %,d split off, %,d renamed",
                    masters.fresh(), masters.gone(), masters.merged(), masters.split(), masters.renamed());
        }
    }

    private void rejected(List<RowError> rejected) {
        if (rejected.isEmpty()) {
            line("Rejected rows: none");
            return;
        }
        line("%nRejected rows: %,d (all in RejectedRows.csv)", rejected.size());
        rejected.stream().limit(SHOWN_REJECTS).forEach(error -> line("  %s", error));
    }

    private void files(RunReport report, RunSettings settings) {
        line(
                "%nFiles in %s: %s",
                settings.output(),
                report.files().stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .collect(Collectors.joining(", ")));
    }

    private void advice(RunSettings settings) {
        line(
                "%nA wrong class? Add the master to %s with its right group.",
                settings.input().resolve("MasterSegmentationOverrides.csv"));
        line(
                "A wrong merge? Name the two in %s with the judgement `never`.",
                settings.input().resolve("MasterMergeOverrides.csv"));
        line("Why is it so? segmenter explain \"NAME\"");
    }

    private static String timings(RunReport report) {
        return report.timings().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.1f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void line(String format, Object... args) {
        out.println(String.format(Locale.ROOT, format, args));
    }
}
