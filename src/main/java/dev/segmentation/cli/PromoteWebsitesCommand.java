package dev.segmentation.cli;

import dev.segmentation.run.Reconcile;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter promote-websites}. */
@Command(
        name = "promote-websites",
        description = {
            "Takes websites that analysts wrote beside their decisions into MasterWebsites.csv, for masters that have none there."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class PromoteWebsitesCommand implements Callable<Integer> {
    @Option(
            names = "--owner",
            paramLabel = "NAME",
            defaultValue = "${env:SEGMENTER_OWNER:-${sys:user.name}}",
            description = "Who is named in the journal (default: ${DEFAULT-VALUE}).")
    private String owner;

    @Option(names = "--dry-run", description = "Show exactly what would change and change nothing.")
    private boolean dryRun;

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
        Reconcile.Result result = reconcile.run(owner, dryRun, true);
        if (console.json()) {
            out.println(Json.of(result));
        } else if (!console.quiet()) {
            result.promoted().forEach(text -> out.println("  " + Console.plain(text)));
            out.println(result.promoted().size() + " websites "
                    + (dryRun ? "would be taken" : "taken") + " into MasterWebsites.csv"
                    + (result.transaction().isEmpty()
                            ? ""
                            : "; take it back with: segmenter undo " + result.transaction()));
        }
        reconcile.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return reconcile.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
