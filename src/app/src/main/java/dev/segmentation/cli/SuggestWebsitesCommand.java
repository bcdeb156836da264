package dev.segmentation.cli;

import dev.segmentation.suggest.desk.WebsiteNetwork;
import dev.segmentation.suggest.desk.WebsiteSuggestion;
import dev.segmentation.suggest.desk.WebsiteSuggestions;
import dev.segmentation.suggest.text.PlainText;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter suggest-websites}. */
@Command(
        name = "suggest-websites",
        description = {
            "Suggests official websites for masters that have none, the most valuable first, into MasterWebsiteSuggestions.csv.",
            "Looks into the registers on this machine; with --online also into Wikidata, the search service and hosts made of the"
                    + " name, in this order. Nothing is decided."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestWebsitesCommand implements Callable<Integer> {
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

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        if (limit < 1 || limit > MOST) {
            throw network.wrong("--limit must be 1 to " + MOST + ", not " + limit);
        }
        network.check(false);
        PrintWriter err = spec.commandLine().getErr();
        WebsiteSuggestions suggestions = new WebsiteSuggestions(
                options.settings(), CLOCK, console.progress(), note -> console.note(err, "Note: " + note));
        WebsiteSuggestions.Result result = suggestions.suggest(limit, mayBeAsked());
        tell(result);
        suggestions.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return suggestions.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void tell(WebsiteSuggestions.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        if (console.json()) {
            out.println(Json.of(result));
        } else if (!console.quiet()) {
            print(out, result);
        }
    }

    private WebsiteNetwork mayBeAsked() {
        return network.online()
                ? WebsiteNetwork.of(network.outside(), options.settings(), CLOCK, network.pause(), network.fresh())
                : WebsiteNetwork.none(network.fresh());
    }

    private static void print(PrintWriter out, WebsiteSuggestions.Result result) {
        List<WebsiteSuggestion> found = result.suggestions().stream()
                .filter(one -> !one.website().isEmpty())
                .toList();
        if (!found.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%5s  %-11s %5s  %-40s %-30s %5s  %s",
                    "Rank",
                    "Master Id",
                    "Keys",
                    "Master",
                    "Website",
                    "Score",
                    "Reason"));
        }
        for (WebsiteSuggestion one : found.subList(0, Math.min(SHOWN, found.size()))) {
            out.println(Console.plain(line(one)));
        }
        if (found.size() > SHOWN) {
            out.println("  … and " + (found.size() - SHOWN) + " more");
        }
        out.println(
                found.size() + " websites suggested for " + result.suggestions().size() + " of " + result.open()
                        + " masters without one. Written: " + result.file());
    }

    private static String line(WebsiteSuggestion one) {
        return String.format(
                Locale.ROOT,
                "%5d  %-11s %,5d  %-40.40s %-30s %5.2f  %s",
                one.rank(),
                one.masterId(),
                one.keys(),
                one.name(),
                one.website(),
                one.score(),
                PlainText.line(one.reason(), REASON));
    }
}
