package dev.segmentation.cli;

import dev.segmentation.compare.PreviewPage;
import dev.segmentation.compare.PreviewReport;
import dev.segmentation.compare.RulePreview;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RulesPreviewCommand implements Callable<Integer> {
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

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        options.checkThreads(spec.commandLine());
        RunSettings settings = options.settings();
        Optional<ReportFile> page = page(settings);
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
        PrintWriter out = spec.commandLine().getOut();
        if (console.json()) {
            out.println(Json.of(report));
        } else if (!console.quiet()) {
            print(out, report);
        }
        out.flush();
        page.ifPresent(file -> {
            file.write(PreviewPage.of(report));
            if (!console.json() && !console.quiet()) {
                out.println();
                out.println("Page: " + file.file());
            }
        });
        return ExitCode.DONE;
    }

    /** Where the page goes, nothing if none is wanted. */
    private Optional<ReportFile> page(RunSettings settings) {
        if ("-".equals(html)) {
            return Optional.empty();
        }
        return Optional.of(
                html == null
                        ? new ReportFile(settings.output().resolve("RulePreview.html"))
                        : ReportFile.of(spec.commandLine(), "--html", Path.of(html), List.of(".html", ".htm")));
    }

    private void print(PrintWriter out, PreviewReport report) {
        report.notes().forEach(note -> console.note(spec.commandLine().getErr(), "Note: " + note));
        out.println("now   " + report.current());
        out.println("then  " + report.changed());
        out.printf(Locale.ROOT, "%n%-30s %8s %8s %8s%n", report.masters() + " masters", "now", "then", "change");
        report.after().groups().forEach((group, masters) -> {
            int before = report.before().groups().getOrDefault(group, 0);
            line(out, group.label(), before, masters);
        });
        line(out, "in conflict", report.before().conflicts(), report.after().conflicts());
        line(out, "on the worklist", report.before().worklist(), report.after().worklist());
        if (!report.moves().isEmpty()) {
            out.printf("%nMoves%n");
            report.moves()
                    .forEach(move -> out.printf(
                            Locale.ROOT,
                            "%6d masters, %d keys: %s -> %s%n",
                            move.masters(),
                            move.keys(),
                            move.from().label(),
                            move.to().label()));
        }
        flips(out, "Another group", report.flips());
        flips(out, "New conflicts", report.conflicts());
        flips(out, "Same group, other detail, NAICS, support category or method", report.refined());
        silent(out, report.silent());
        if (report.unchanged()) {
            out.println();
            out.println("Nothing would change for any master.");
        }
    }

    private static void line(PrintWriter out, String label, int before, int after) {
        out.printf(
                Locale.ROOT,
                "%-30s %8d %8d %8s%n",
                label,
                before,
                after,
                before == after ? "" : String.format(Locale.ROOT, "%+d", after - before));
    }

    private void flips(PrintWriter out, String title, List<PreviewReport.Flip> flips) {
        if (flips.isEmpty()) {
            return;
        }
        out.printf("%n%s (%d)%n", title, flips.size());
        flips.stream().limit(all ? Long.MAX_VALUE : SHOWN).forEach(flip -> {
            out.println("  " + flip.master() + "  [" + flip.canonical() + ", " + flip.keys() + " keys]");
            side(out, "now ", flip.before());
            side(out, "then", flip.after());
        });
        if (!all && flips.size() > SHOWN) {
            out.println("  ... " + (flips.size() - SHOWN) + " more: --all, --json or the page shows them.");
        }
    }

    private static void side(PrintWriter out, String when, PreviewReport.FlipSide side) {
        out.println("    " + when + "  " + side.group() + (side.detail().isEmpty() ? "" : ", " + side.detail())
                + (side.naics().isEmpty() ? "" : " " + side.naics()) + ": " + side.rationale());
    }

    private void silent(PrintWriter out, List<PreviewReport.Silent> silent) {
        if (silent.isEmpty()) {
            return;
        }
        out.printf("%nWould speak for no master (%d)%n", silent.size());
        silent.stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .forEach(one ->
                        out.println("  " + one.rule().id() + "  " + one.rule().text() + "  ("
                                + one.rule().place() + ")"
                                + (one.fresh() ? ", new" : "")
                                + (one.spokeFor() > 0 ? ", speaks for " + one.spokeFor() + " now" : "")));
        if (!all && silent.size() > SHOWN) {
            out.println("  ... " + (silent.size() - SHOWN) + " more");
        }
    }
}
