package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.decision.exchange.WebsitePromotion;
import picocli.CommandLine.Command;

@Command(
        name = "promote-websites",
        description =
                "Takes websites that analysts wrote beside their decisions into MasterWebsites.csv, for masters that have none there.")
final class PromoteWebsitesCommand extends ChangeTask {
    @Override
    protected int work() {
        WebsitePromotion promotion = new WebsitePromotion(options.settings(), store(), console::note);
        WebsitePromotion.Result result = promotion.run(author(), dryRun);
        console.print(result, () -> {
            result.promoted().forEach(text -> console.say("  " + Console.plain(text)));
            console.say(result.promoted().size() + " websites " + (dryRun ? "would be taken" : "taken")
                    + " into MasterWebsites.csv" + behind(result.transaction()));
        });
        return ended(promotion.rejected());
    }
}
