package dev.segmentation.cli;

import dev.segmentation.suggest.desk.GroupNetwork;
import dev.segmentation.suggest.desk.GroupSuggestions;
import dev.segmentation.suggest.desk.SuggestedGroup;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.PlainText;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segmenter suggest}. */
@Command(
        name = "suggest",
        description = {
            "Suggests industrial groups for the masters of the worklist, the most valuable first and each under its rank there,"
                    + " into AI_Assisted_Suggestions.csv. Learned on this machine from term tables, known organisations and decisions;"
                    + " nothing is decided.",
            "Where this machine is not sure, --online asks Wikidata, the search service and the language model that the"
                    + " operator set up. What they said is kept and counts later too.",
            "suggest accept and suggest reject say what comes of them."
        },
        subcommands = {SuggestAcceptCommand.class, SuggestRejectCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int BECAUSE = 110;
    private static final int MOST = 10_000_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many masters to look at (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--language-model",
            description =
                    "Ask the language model of SEGMENTER_LLM_URL, also without --online; --online asks it where one is set up.")
    private boolean languageModel;

    @Mixin
    private SuggesterOptions suggester;

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
        GroupNetwork asked = mayBeAsked();
        PrintWriter err = spec.commandLine().getErr();
        GroupSuggestions suggestions = new GroupSuggestions(
                options.settings(),
                Clock.systemDefaultZone(),
                console.progress(),
                note -> console.note(err, "Note: " + note));
        GroupSuggestions.Result result = suggestions.suggest(limit, suggester.more(), suggester.abstainBelow(), asked);
        tell(result);
        suggestions.rejected().forEach(error -> console.note(err, "Not used: " + error));
        return suggestions.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void tell(GroupSuggestions.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        if (console.json()) {
            out.println(json(result));
        } else if (!console.quiet()) {
            print(out, result);
        }
    }

    private GroupNetwork mayBeAsked() {
        boolean model = network.online() || languageModel;
        network.check(model);
        if (languageModel && network.outside().model().isEmpty()) {
            throw network.wrong("--language-model needs SEGMENTER_LLM_URL and SEGMENTER_LLM_MODEL in the environment.");
        }
        return GroupNetwork.of(network.outside(), network.pause(), network.online(), model, network.fresh());
    }

    private static void print(PrintWriter out, GroupSuggestions.Result result) {
        List<SuggestedGroup> rows = result.suggestions();
        if (!rows.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%5s  %-11s %5s  %-40s %5s  %-28s %s",
                    "Rank",
                    "Master Id",
                    "Keys",
                    "Master",
                    "Sure",
                    "Group",
                    "Because"));
        }
        for (SuggestedGroup row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            out.println(Console.plain(line(row)));
        }
        if (rows.size() > SHOWN) {
            out.println("  … and " + (rows.size() - SHOWN) + " more");
        }
        long suggested = rows.stream().filter(row -> !row.groups().isEmpty()).count();
        out.println(suggested + " groups suggested for " + rows.size() + " open masters, learned from "
                + String.format(Locale.ROOT, "%,d", result.examples()) + " examples. Written: " + result.file());
        if (suggested > 0) {
            out.println("Accept with: segmenter suggest accept RANK…   or reject: segmenter suggest reject RANK…");
        }
    }

    private static String line(SuggestedGroup row) {
        if (row.groups().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "%5d  %-11s %,5d  %-40.40s %5s  %s",
                    row.rank(),
                    row.master().id(),
                    row.master().keys(),
                    row.master().name(),
                    "",
                    "(" + row.notes() + ")");
        }
        GroupSuggestion first = row.groups().get(0);
        return String.format(
                Locale.ROOT,
                "%5d  %-11s %,5d  %-40.40s %4.0f%%  %-28s %s",
                row.rank(),
                row.master().id(),
                row.master().keys(),
                row.master().name(),
                100 * first.probability(),
                first.classification().group().label(),
                PlainText.line(first.reason(), BECAUSE));
    }

    private static String json(GroupSuggestions.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", result.examples());
        json.put("file", result.file());
        json.put("suggestions", result.suggestions());
        return Json.of(json);
    }
}
