package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.decision.exchange.Reconcile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reconcile",
        description = {
            "Brings the decisions of people in line with the masters of the last run: those whose master was renamed, taken over",
            "or written in another spelling are keyed anew, the others are reported in OverrideMismatchReport.csv."
        })
final class ReconcileCommand extends ChangeTask {
    private static final int SHOWN = 15;
    private static final Map<String, String> TITLES = Map.of(
            "NO_MASTER", "No present master",
            "CONTRADICTORY", "Contradictory",
            "OUTRANKED", "Outranked by a decision made by hand",
            "SHADOWED", "Replaced by a newer decision",
            "STALE", "Open for too long");

    @Option(names = "--verbose", description = "List everything.")
    private boolean verbose;

    @Override
    protected int work() {
        Reconcile reconcile = new Reconcile(options.settings(), store(), CLOCK, console::note);
        Reconcile.Result result = reconcile.run(author(), dryRun);
        console.print(result, () -> text(result));
        return ended(reconcile.rejected());
    }

    private void text(Reconcile.Result result) {
        console.line(
                "%,d decisions; %,d keyed anew, %,d got the id of their master%s",
                result.decisions(), result.rekeyed().size(), result.identified(), behind(result.transaction()));
        list(result.rekeyed());
        Map<String, List<String>> byKind = result.findings().stream()
                .collect(Collectors.groupingBy(
                        Reconcile.Finding::kind,
                        TreeMap::new,
                        Collectors.mapping(ReconcileCommand::sentence, Collectors.toList())));
        byKind.forEach((kind, list) -> {
            console.line("%s: %,d", TITLES.get(kind), list.size());
            list(list);
        });
        if (!dryRun) {
            console.say("Report: " + options.output().resolve(Reconcile.REPORT));
        }
    }

    private static String sentence(Reconcile.Finding finding) {
        String nearest = finding.nearest().stream()
                .map(near -> String.format(Locale.ROOT, "%s (%.2f)", near.master(), near.score()))
                .collect(Collectors.joining(", "));
        return finding.file() + ":" + finding.line() + ": " + finding.name() + ": " + finding.problem()
                + (nearest.isEmpty() ? "" : "; nearest: " + nearest);
    }

    private void list(List<String> all) {
        console.some(
                all,
                verbose || dryRun ? Integer.MAX_VALUE : SHOWN,
                text -> console.say("  " + Console.plain(text)),
                "  … and %d more (--verbose lists them)");
    }
}
