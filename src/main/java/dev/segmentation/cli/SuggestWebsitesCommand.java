package dev.segmentation.cli;

import dev.segmentation.run.WebsiteNetwork;
import dev.segmentation.run.WebsiteSuggestion;
import dev.segmentation.run.WebsiteSuggestions;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
            "Looks into the registers on this machine, and into the network with --online. Nothing is decided."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestWebsitesCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int LONGEST_SLEEP = 3600;
    private static final int MOST = 10_000_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many masters to look at (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--online",
            description = "Ask the network too, where a website is not in the registers (default: --offline).")
    private boolean online;

    @Option(names = "--offline", description = "Ask the registers on this machine alone; this is the default.")
    private boolean offline;

    @Option(
            names = "--sleep-seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "The pause between two requests to the network (default: ${DEFAULT-VALUE}).")
    private double sleepSeconds;

    @Option(names = "--fresh", description = "Forget what the network said before.")
    private boolean fresh;

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
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--limit must be 1 to " + MOST + ", not " + limit);
        }
        if (!(sleepSeconds >= 0 && sleepSeconds <= LONGEST_SLEEP)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--sleep-seconds must be 0 to " + LONGEST_SLEEP + ", not " + sleepSeconds);
        }
        if (online && offline) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--online and --offline contradict each other. Leave one out.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        WebsiteSuggestions suggestions = new WebsiteSuggestions(
                options.settings(),
                Clock.systemDefaultZone(),
                console.progress(),
                note -> console.note(err, "Note: " + note));
        WebsiteSuggestions.Result result = suggestions.suggest(limit, network());
        if (console.json()) {
            out.println(Json.of(result));
        } else if (!console.quiet()) {
            print(out, result);
        }
        suggestions.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return suggestions.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private WebsiteNetwork network() {
        Duration pause = Duration.ofMillis(Math.round(sleepSeconds * 1000));
        return online
                ? WebsiteNetwork.open(options.rules(), pause, fresh, System.getenv())
                : WebsiteNetwork.none(fresh);
    }

    private static void print(PrintWriter out, WebsiteSuggestions.Result result) {
        List<WebsiteSuggestion> found = result.suggestions().stream()
                .filter(one -> !one.website().isEmpty())
                .toList();
        if (!found.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%5s %5s  %-40s %-30s %5s  %s",
                    "Rank",
                    "Keys",
                    "Master",
                    "Website",
                    "Score",
                    "Reason"));
        }
        for (WebsiteSuggestion one : found.subList(0, Math.min(SHOWN, found.size()))) {
            out.println(Console.plain(String.format(
                    Locale.ROOT,
                    "%5d %,5d  %-40.40s %-30s %5.2f  %.100s",
                    one.rank(),
                    one.keys(),
                    one.name(),
                    one.website(),
                    one.score(),
                    one.reason())));
        }
        if (found.size() > SHOWN) {
            out.println("  … and " + (found.size() - SHOWN) + " more");
        }
        out.println(
                found.size() + " websites suggested for " + result.suggestions().size() + " of " + result.open()
                        + " masters without one. Written: " + result.file());
    }
}
