package dev.segmentation.cli;

import dev.segmentation.decision.exchange.WebsitePromotion;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
        WebsitePromotion promotion = new WebsitePromotion(
                options.settings(), Clock.systemDefaultZone(), note -> console.note(err, "Note: " + note));
        WebsitePromotion.Result result = promotion.run(change.author(), change.dryRun());
        if (console.json()) {
            out.println(Json.of(result));
        } else if (!console.quiet()) {
            result.promoted().forEach(text -> out.println("  " + Console.plain(text)));
            out.println(result.promoted().size() + " websites "
                    + (change.dryRun() ? "would be taken" : "taken") + " into MasterWebsites.csv"
                    + change.behind(result.transaction()));
        }
        promotion.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return promotion.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
