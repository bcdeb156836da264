package dev.segmentation.cli.rules;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.compare.ChangePage;
import dev.segmentation.compare.PreviewReport;
import dev.segmentation.compare.RulePreview;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code segmenter rules preview}. */
@Command(
        name = "preview",
        description = {
            "Shows what a changed rules folder would do to every master of the last run before anybody publishes it: who moves"
                    + " from which group to which and why, new conflicts, rules that speak for nobody. Changes nothing.",
            ""
        },
        footer = {
            "",
            "Example: cp -r rules draft; edit draft/groups/construction/terms.csv; segmenter rules preview --rules draft",
            "The rules in use are taken from --current (default: rules)."
        })
final class RulesPreviewCommand extends FolderTask {
    private static final int SHOWN = 25;

    @Option(
            names = "--current",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_RULES:-rules}",
            description = "Folder of the rule sets in use (default: ${DEFAULT-VALUE}).")
    private Path current;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where to write the page (default: RulePreview.html in --output; - for none).")
    private String html;

    @Option(names = "--all", description = "Print every master that changes, not only the first 25 of each kind.")
    private boolean all;

    @Override
    protected int work() {
        options.checkThreads();
        RunSettings settings = options.settings();
        ReportFile page = page(settings);
        if (!Files.isDirectory(current)) {
            throw new TableException(
                    current + " is no folder. It holds the rules in use. Maybe --current names the wrong"
                            + " one, or the command runs elsewhere.");
        }
        RuleCatalog now = RuleCatalog.load(current, settings.cache());
        RuleCatalog then = RuleCatalog.load(settings.rules(), settings.cache(), now);
        List<String> notes = new ArrayList<>();
        MasterBase base = MasterBase.load(settings, now.parser(), notes::add);
        PreviewReport report = new RulePreview(base, settings.threads(), console.progress()).compare(now, then, notes);
        console.print(report, () -> text(report));
        if (page != null) {
            page.write(ChangePage.of(report));
            if (console.talks()) {
                console.say("");
                console.say("Page: " + page.file());
            }
        }
        return DONE;
    }

    private ReportFile page(RunSettings settings) {
        if ("-".equals(html)) {
            return null;
        }
        return html == null
                ? new ReportFile(settings.output().resolve("RulePreview.html"))
                : ReportFile.of(line(), "--html", Path.of(html), List.of(".html", ".htm"));
    }

    private void text(PreviewReport report) {
        report.notes().forEach(console::note);
        console.say("now   " + report.current());
        console.say("then  " + report.changed());
        console.say("");
        TextTable table = console.table("%-30s %8d %8d %8s", report.masters() + " masters", "now", "then", "change");
        report.after()
                .groups()
                .forEach((group, masters) ->
                        row(table, group.label(), report.before().groups().getOrDefault(group, 0), masters));
        row(table, "in conflict", report.before().conflicts(), report.after().conflicts());
        row(table, "on the worklist", report.before().worklist(), report.after().worklist());
        if (!report.moves().isEmpty()) {
            console.line("%nMoves");
        }
        report.moves()
                .forEach(move -> console.line(
                        "%6d masters, %d keys: %s -> %s",
                        move.masters(),
                        move.keys(),
                        move.from().label(),
                        move.to().label()));
        flips("Another group", report.flips());
        flips("New conflicts", report.conflicts());
        flips("Same group, other detail, NAICS, support category or method", report.refined());
        silent(report.silent());
        if (report.unchanged()) {
            console.say("");
            console.say("Nothing would change for any master.");
        }
    }

    private static void row(TextTable table, String label, int before, int after) {
        table.row(label, before, after, before == after ? "" : String.format(Locale.ROOT, "%+d", after - before));
    }

    private int most() {
        return all ? Integer.MAX_VALUE : SHOWN;
    }

    private void flips(String title, List<PreviewReport.Flip> flips) {
        if (!flips.isEmpty()) {
            console.line("%n%s (%d)", title, flips.size());
            console.some(
                    flips,
                    most(),
                    flip -> {
                        console.say("  " + flip.master() + "  [" + flip.canonical() + ", " + flip.keys() + " keys]");
                        side("now ", flip.before());
                        side("then", flip.after());
                    },
                    "  ... %d more: --all, --json or the page shows them.");
        }
    }

    private void side(String when, PreviewReport.FlipSide side) {
        console.say("    " + when + "  " + side.group() + (side.detail().isEmpty() ? "" : ", " + side.detail())
                + (side.naics().isEmpty() ? "" : " " + side.naics()) + ": " + side.rationale());
    }

    private void silent(List<PreviewReport.Silent> silent) {
        if (!silent.isEmpty()) {
            console.line("%nWould speak for no master (%d)", silent.size());
            console.some(
                    silent,
                    most(),
                    one -> console.say(
                            "  " + one.rule().id() + "  " + one.rule().text() + "  ("
                                    + one.rule().place() + ")"
                                    + (one.fresh() ? ", new" : "")
                                    + (one.spokeFor() > 0 ? ", speaks for " + one.spokeFor() + " now" : "")),
                    "  ... %d more");
        }
    }
}
