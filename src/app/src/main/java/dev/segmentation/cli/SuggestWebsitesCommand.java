package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.suggest.workflow.RemoteAccess;
import dev.segmentation.suggest.workflow.WebsiteSuggestion;
import dev.segmentation.suggest.workflow.WebsiteSuggestions;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "suggest-websites",
        description = {
            "Suggests official websites for masters that have none, the most valuable first, into MasterWebsiteSuggestions.csv.",
            "Looks into the registers on this machine; with --online also into Wikidata, the search service and hosts made of the"
                    + " name, in this order. Nothing is decided."
        })
final class SuggestWebsitesCommand extends FolderTask {
    private static final int SHOWN = 20;
    private static final int REASON = 100;
    private static final int MOST = 10_000_000;
    private static final Clock CLOCK = Clock.systemDefaultZone();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many masters to look at (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private NetworkOptions network;

    @Override
    protected int work() {
        checkRange("--limit", limit, 1, MOST);
        RemoteAccess access = network.access(this, false);
        WebsiteSuggestions suggestions =
                new WebsiteSuggestions(options.settings(), CLOCK, console.progress(), console::note);
        WebsiteSuggestions.Result result = suggestions.suggest(limit, access);
        console.print(result, () -> text(result));
        return ended(suggestions.rejected());
    }

    private void text(WebsiteSuggestions.Result result) {
        List<WebsiteSuggestion> found = result.suggestions().stream()
                .filter(one -> !one.website().isEmpty())
                .toList();
        if (!found.isEmpty()) {
            TextTable table = console.table(
                    "%5d  %-11s %,5d  %-40.40s %-30s %5.2f  %s",
                    "Rank", "Master Id", "Keys", "Master", "Website", "Score", "Reason");
            console.some(found, SHOWN, one -> row(table, one), "  … and %d more");
        }
        console.say(
                found.size() + " websites suggested for " + result.suggestions().size() + " of " + result.open()
                        + " masters without one. Written: " + result.file());
    }

    private static void row(TextTable table, WebsiteSuggestion one) {
        table.row(
                one.rank(),
                one.masterId(),
                one.keys(),
                Console.plain(one.name()),
                Console.plain(one.website()),
                one.score(),
                Console.plain(PlainText.line(one.reason(), REASON)));
    }
}
