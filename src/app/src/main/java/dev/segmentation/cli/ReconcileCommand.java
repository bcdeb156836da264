package dev.segmentation.cli;

import dev.segmentation.decision.exchange.Reconcile;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter reconcile}. */
@Command(
        name = "reconcile",
        description = {
            "Brings the decisions of people in line with the masters of the last run: those whose master was renamed, taken over",
            "or written in another spelling are keyed anew, the others are reported in OverrideMismatchReport.csv."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class ReconcileCommand implements Callable<Integer> {
    private static final int SHOWN = 15;
    private static final Map<String, String> TITLES = Map.of(
            "NO_MASTER", "No present master",
            "CONTRADICTORY", "Contradictory",
            "OUTRANKED", "Outranked by a decision made by hand",
            "SHADOWED", "Replaced by a newer decision",
            "STALE", "Open for too long");

    @Option(names = "--verbose", description = "List everything.")
    private boolean verbose;

    @Mixin
    private ChangeOptions change;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Reconcile reconcile = new Reconcile(
                options.settings(), Clock.systemDefaultZone(), note -> console.note(err, "Note: " + note));
        Reconcile.Result result = reconcile.run(change.author(), change.dryRun());
        if (console.json()) {
            out.println(Json.of(result));
        } else if (!console.quiet()) {
            print(out, result);
        }
        reconcile.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return reconcile.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void print(PrintWriter out, Reconcile.Result result) {
        out.println(String.format(
                Locale.ROOT,
                "%,d decisions; %,d keyed anew, %,d got the id of their master%s",
                result.decisions(),
                result.rekeyed().size(),
                result.identified(),
                change.behind(result.transaction())));
        shown(result.rekeyed()).forEach(text -> out.println("  " + Console.plain(text)));
        Map<String, List<String>> byKind = new TreeMap<>();
        for (Reconcile.Finding finding : result.findings()) {
            StringBuilder text = new StringBuilder(
                    finding.file() + ":" + finding.line() + ": " + finding.name() + ": " + finding.problem());
            String before = "; nearest: ";
            for (Reconcile.Near near : finding.nearest()) {
                text.append(String.format(Locale.ROOT, "%s%s (%.2f)", before, near.master(), near.score()));
                before = ", ";
            }
            byKind.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(text.toString());
        }
        byKind.forEach((kind, list) -> {
            out.println(String.format(Locale.ROOT, "%s: %,d", TITLES.get(kind), list.size()));
            shown(list).forEach(text -> out.println("  " + Console.plain(text)));
        });
        if (!change.dryRun()) {
            out.println("Report: " + options.output().resolve(Reconcile.REPORT));
        }
    }

    private List<String> shown(List<String> all) {
        if (verbose || change.dryRun() || all.size() <= SHOWN) {
            return all;
        }
        List<String> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add("… and " + (all.size() - SHOWN) + " more (--verbose lists them)");
        return shown;
    }
}
